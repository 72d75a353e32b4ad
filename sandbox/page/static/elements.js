// Interactive elements. Each kind draws itself and reads itself: a control is {nodes, focusable, read, isGroup}.
// `read` gives what Slack keeps in view.state.values; `given` is the same shape, typed before.

import { node, uniqueId } from "./nodes.js";
import { drawText, plainWords } from "./mrkdwn.js";
import { fromWallTime, wallTime } from "./zone.js";

const KINDS = {
  plain_text_input: textInput,
  static_select: staticSelect,
  users_select: usersSelect,
  conversations_select: conversationsSelect,
  multi_static_select: (element, options) => several({ ...element, options: offered(element) }, options),
  multi_users_select: severalUsers,
  radio_buttons: (element, options) => choices(element, { ...options, type: "radio" }),
  checkboxes: (element, options) => choices(element, { ...options, type: "checkbox" }),
  datepicker: (element, options) => picker(element, { ...options, type: "date", initial: element.initial_date }),
  timepicker: (element, options) => picker(element, { ...options, type: "time", initial: element.initial_time }),
  datetimepicker: dateTimePicker,
};

export function isAnswerable(element) {
  return element.type in KINDS;
}

export function drawElement(element, options) {
  return KINDS[element.type](element, options);
}

function textInput(element, { given, described }) {
  const attributes = {
    id: uniqueId("field"), "aria-describedby": described, autocomplete: "off",
    placeholder: element.placeholder?.text, value: given ? given.value ?? "" : element.initial_value ?? "",
  };
  const field = element.multiline
    ? node("textarea", { ...attributes, rows: 4 })
    : node("input", { ...attributes, type: "text" });
  return {
    nodes: [field, ...charactersLeft(field, element.max_length)],
    focusable: field,
    read: () => ({ type: "plain_text_input", value: field.value || null }),
  };
}

// Slack lets a person type past the limit and says so; cutting a pasted text short would lose words without a sign.
function charactersLeft(field, limit) {
  if (!limit) return [];
  const count = node("p", { class: "count", id: uniqueId("count") });
  const near = Math.min(100, Math.max(10, limit / 10));
  const show = () => {
    const left = limit - [...field.value].length;
    count.textContent = left > near ? "" : leftWords(left);
    count.classList.toggle("is-over", left < 0);
  };
  field.addEventListener("input", show);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${count.id}`.trim());
  show();
  return [count];
}

function leftWords(left) {
  const characters = Math.abs(left) === 1 ? "character" : "characters";
  return left < 0 ? `${-left} ${characters} too many` : `${left} ${characters} left`;
}

function staticSelect(element, { given, described, names }) {
  const groups = element.option_groups ?? [{ options: element.options ?? [] }];
  const options = offered(element);
  const chosen = given ? given.selected_option : element.initial_option;
  const field = select({ described, placeholder: element.placeholder });
  for (const group of groups) {
    const drawn = group.options.map(({ value, text }) => node("option", { value }, plainWords(text, names)));
    field.append(...(group.label ? [node("optgroup", { label: plainWords(group.label, names) }, drawn)] : drawn));
  }
  choose(field, chosen?.value);
  return {
    nodes: [field],
    focusable: field,
    read: () => ({ type: "static_select", selected_option: options.find(({ value }) => value === field.value) ?? null }),
  };
}

function usersSelect(element, options) {
  return oneOf(element, { ...options, offers: options.names.people, what: "user", words: "Choose a person" });
}

function conversationsSelect(element, options) {
  return oneOf(element, { ...options, offers: options.names.places, what: "conversation", words: "Choose a channel" });
}

function oneOf(element, { given, described, offers, what, words }) {
  const field = select({ described, placeholder: element.placeholder ?? { text: words } });
  field.append(...offers.map(({ id, name }) => node("option", { value: id }, name)));
  choose(field, given ? given[`selected_${what}`] : element[`initial_${what}`]);
  return {
    nodes: [field],
    focusable: field,
    read: () => ({ type: element.type, [`selected_${what}`]: field.value || null }),
  };
}

// A list of boxes to tick: Slack's own control types ahead, and nothing else differs.
function several(element, options) {
  const control = choices(element, { ...options, type: "checkbox" });
  return { ...control, nodes: [node("div", { class: "several" }, control.nodes)] };
}

function severalUsers(element, options) {
  const people = options.names.people.map(({ id, name }) => ({ value: id, text: { type: "plain_text", text: name } }));
  const ids = options.given ? options.given.selected_users : element.initial_users ?? [];
  const given = { selected_options: people.filter(({ value }) => ids.includes(value)) };
  const control = several({ ...element, options: people }, { ...options, given });
  const read = () => ({ type: element.type, selected_users: control.read().selected_options.map(({ value }) => value) });
  return { ...control, read };
}

function offered(element) {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

function select({ described, placeholder }) {
  return node("select", { id: uniqueId("field"), "aria-describedby": described },
    node("option", { value: "" }, placeholder?.text ?? "Choose one"));
}

function choose(field, value) {
  field.value = value ?? "";
  if (field.selectedIndex < 0) field.value = "";
}

function choices(element, { given, names, type }) {
  const name = uniqueId("choice");
  const chosen = new Set(chosenOptions(element, given).map(({ value }) => value));
  const drawn = element.options.map((option) => (
    drawChoice(option, { type, name, names, isChosen: chosen.has(option.value) })));
  const checked = () => element.options.filter((_, index) => drawn[index].field.checked);
  return {
    nodes: drawn.map(({ row }) => row),
    focusable: drawn[0].field,
    isGroup: true,
    read: () => (type === "radio"
      ? { type: "radio_buttons", selected_option: checked()[0] ?? null }
      : { type: element.type, selected_options: checked() }),
  };
}

function chosenOptions(element, given) {
  if (given) return given.selected_options ?? [given.selected_option].filter(Boolean);
  return element.initial_options ?? [element.initial_option].filter(Boolean);
}

function drawChoice(option, { type, name, names, isChosen }) {
  const id = uniqueId("option");
  const more = option.description && node("span", { class: "more", id: `${id}-more` }, drawText(option.description, names));
  const field = node("input", { type, id, name, value: option.value, "aria-describedby": more?.id });
  field.checked = isChosen;
  const words = node("label", { for: id }, drawText(option.text, names));
  return { field, row: node("div", { class: "choice" }, field, node("div", {}, words, more)) };
}

function picker(element, { given, described, type, initial }) {
  const key = `selected_${type}`;
  const field = node("input", { type, id: uniqueId("field"), "aria-describedby": described });
  field.value = (given ? given[key] : initial) ?? "";
  return {
    nodes: [field],
    focusable: field,
    isUnfinished: () => field.validity.badInput,
    read: () => ({ type: element.type, [key]: field.value || null }),
  };
}

// Slack keeps seconds since 1970. A field that was not touched gives back the very second it was given.
function dateTimePicker(element, { given, described, names }) {
  const seconds = given ? given.selected_date_time : element.initial_date_time;
  const shown = seconds ? wallTime(new Date(seconds * 1000), names.zone) : "";
  const field = node("input", { type: "datetime-local", id: uniqueId("field"), "aria-describedby": described });
  field.value = shown;
  const read = () => {
    if (field.value === shown) return seconds ?? null;
    const instant = fromWallTime(field.value, names.zone);
    return instant && instant / 1000;
  };
  return {
    nodes: [field],
    focusable: field,
    isUnfinished: () => field.validity.badInput,
    read: () => ({ type: "datetimepicker", selected_date_time: read() }),
  };
}
