// Blocks as nodes. `surface` says who looks (names), what was typed before (given), and what a press does (press).

import { icon, node, uniqueId } from "./nodes.js";
import { drawElement, isAnswerable } from "./elements.js";
import { drawText, plainWords } from "./mrkdwn.js";
import { drawRichText } from "./rich_text.js";
import { confirmed } from "./confirm.js";
import { drawMenu } from "./menu.js";

const BLOCKS = {
  header: (block, { names }) => node("h3", { class: "block-header" }, drawText(block.text, names)),
  section: drawSection,
  context: drawContext,
  divider: () => node("hr"),
  actions: (block, surface) => node("div", { class: "block-actions" },
    block.elements.map((element) => drawPressable(element, block, surface))),
  input: drawInput,
  rich_text: (block, { names }) => drawRichText(block, names),
  alert: drawAlert,
  image: (block) => drawImage(block),
  markdown: ({ text }) => node("div", { class: "words plain-markdown" }, text),
  table: drawTable,
};

const CALM_MS = 900;

export function drawBlocks(blocks, surface) {
  return blocks.map((block) => {
    const drawn = (BLOCKS[block.type] ?? drawUnknown)(block, surface);
    drawn.dataset.block = block.block_id ?? "";
    return drawn;
  });
}

function drawUnknown({ type }) {
  return node("p", { class: "unknown" }, `This sandbox cannot draw “${type}” yet.`);
}

function drawSection(block, surface) {
  const { names } = surface;
  return node("div", { class: "block-section" },
    node("div", { class: "section-words" },
      block.text && node("div", { class: "words" }, drawText(block.text, names)),
      block.fields && node("div", { class: "fields" },
        block.fields.map((field) => node("div", {}, drawText(field, names))))),
    block.accessory && node("div", { class: "accessory" }, drawPressable(block.accessory, block, surface)));
}

function drawContext(block, { names }) {
  return node("div", { class: "block-context" }, block.elements.map((element) => (
    element.type === "image" ? drawImage(element) : node("span", {}, drawText(element, names)))));
}

function drawImage({ alt_text: words }) {
  return node("span", { class: "image", role: "img", "aria-label": words }, `Picture: ${words}`);
}

function drawAlert(block, { names }) {
  const level = ["info", "warning", "error", "success"].includes(block.level) ? block.level : "default";
  return node("div", { class: `block-alert alert-${level}`, role: "note" },
    icon("alert"), node("div", {}, drawText(block.text, names)));
}

function drawTable(block, { names }) {
  const cell = (part) => node("td", {}, part.type === "rich_text" ? drawRichText(part, names) : part.text);
  return node("div", { class: "table" }, node("table", {}, block.rows.map((row) => node("tr", {}, row.map(cell)))));
}

function drawPressable(element, block, surface) {
  if (element.type === "overflow") return drawOverflow(element, block, surface);
  if (element.type === "button") return drawButton(element, block, surface);
  if (element.type === "image") return drawImage(element);
  if (isAnswerable(element)) return drawChooser(element, block, surface);
  return drawUnknown(element);
}

function drawButton(element, block, surface) {
  const style = ["primary", "danger"].includes(element.style) ? element.style : "default";
  const press = async () => {
    if (element.confirm && !(await confirmed(element.confirm, surface.names))) return;
    if (element.url) open(element.url, "_blank", "noopener");
    await surface.press({ block_id: block.block_id, action_id: element.action_id, control: button });
  };
  const button = node("button", {
    type: "button", class: `button button-${style}`, "data-action": element.action_id, click: press,
    "aria-label": element.accessibility_label,
  }, plainWords(element.text, surface.names));
  return button;
}

function drawOverflow(element, block, surface) {
  const choose = async (option, control) => {
    if (element.confirm && !(await confirmed(element.confirm, surface.names))) return;
    const value = { selected_option: option };
    await surface.press({ block_id: block.block_id, action_id: element.action_id, value, control });
  };
  const lines = element.options.map((option) => (
    { words: plainWords(option.text, surface.names), choose: (control) => choose(option, control) }));
  return drawMenu({ label: "More", sign: "more", lines });
}

// A select, radio or picker outside an input block acts as soon as something is chosen.
function drawChooser(element, block, surface) {
  const control = drawControl(element, block, surface);
  const label = plainWords(element.placeholder ?? block.text ?? { text: "Choose" }, surface.names);
  if (!control.isGroup) control.focusable.setAttribute("aria-label", label);
  const role = control.isGroup ? { role: "group", "aria-label": label } : {};
  const holder = node("div", { class: "chooser", ...role }, control.nodes);
  whenChosen(holder, control, { element, block, surface });
  return holder;
}

function drawControl(element, block, surface, { described } = {}) {
  const given = surface.given(block.block_id, element);
  const control = drawElement(element, { given, described, names: surface.names });
  control.focusable.dataset.action = element.action_id;
  surface.register({ block, element, control });
  return control;
}

function whenChosen(holder, control, { element, block, surface }) {
  let sent = JSON.stringify(control.read());
  let calm = null;
  let turn = Promise.resolve();
  const act = () => {
    clearTimeout(calm);
    const value = control.read();
    if (control.isUnfinished?.() || JSON.stringify(value) === sent) return;
    sent = JSON.stringify(value);
    const what = { block_id: block.block_id, action_id: element.action_id, value, control: control.focusable };
    turn = turn.then(() => surface.press(what));
  };
  // A date typed on a keyboard changes with every digit: wait until the hand rests.
  const isTyped = element.type.endsWith("picker");
  if (element.type === "plain_text_input") return whenWritten(control.focusable, { element, act });
  holder.addEventListener("change", () => {
    clearTimeout(calm);
    if (isTyped) calm = setTimeout(act, CALM_MS);
    else act();
  });
  if (isTyped) holder.addEventListener("focusout", act);
  return undefined;
}

function whenWritten(field, { element, act }) {
  const moments = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  if (moments.includes("on_character_entered")) field.addEventListener("input", act);
  if (!moments.includes("on_enter_pressed")) return;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    act();
  });
}

function drawInput(block, surface) {
  if (!isAnswerable(block.element)) return drawUnknown(block.element);
  const ids = { hint: uniqueId("hint"), error: uniqueId("error"), optional: uniqueId("optional") };
  const described = [block.optional && ids.optional, block.hint && ids.hint, ids.error].filter(Boolean).join(" ");
  const control = drawControl(block.element, block, surface, { described });
  const error = node("p", { class: "field-error", id: ids.error, role: "alert" });
  const hint = block.hint && node("p", { class: "hint", id: ids.hint }, drawText(block.hint, surface.names));
  const holder = (control.isGroup ? drawGroup : drawField)(block, { control, described, ids, names: surface.names });
  holder.append(...[hint, error].filter(Boolean));
  surface.registerInput({ block, control, holder, error });
  if (block.dispatch_action) whenChosen(holder, control, { element: block.element, block, surface });
  return holder;
}

function drawField(block, { control, ids, names }) {
  if (!block.optional) control.focusable.setAttribute("aria-required", "true");
  return node("div", { class: "block-input" },
    node("div", { class: "label" },
      node("label", { for: control.focusable.id }, drawText(block.label, names)), markFor(block, ids)),
    control.nodes);
}

function drawGroup(block, { control, described, ids, names }) {
  const asked = block.element.type === "radio_buttons"
    && { role: "radiogroup", "aria-required": String(!block.optional) };
  return node("fieldset", { class: "block-input", "aria-describedby": described, ...asked },
    node("legend", { class: "label" }, drawText(block.label, names), markFor(block, ids)),
    control.nodes);
}

function markFor(block, ids) {
  if (block.optional) return node("span", { class: "optional", id: ids.optional }, " (optional)");
  return node("span", { class: "required", "aria-hidden": "true", title: "An answer is needed" }, " *");
}
