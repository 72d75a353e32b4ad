// A view (a modal's or the Home's) with its fields: draws it, reads it, shows errors beside its fields.

import { node } from "./nodes.js";
import { drawBlocks } from "./blocks.js";

const UNFINISHED = "Please finish this date or time.";

export function drawForm(view, { names, typed, press }) {
  const answers = [];
  const inputs = [];
  const values = () => readValues(answers);
  const surface = {
    names,
    given: (blockId, element) => ofSameType(typed?.[blockId]?.[element.action_id], element),
    register: (answer) => answers.push(answer),
    registerInput: (input) => {
      inputs.push(input);
      input.holder.addEventListener("input", () => showError(input, ""));
    },
    press: (what) => press({ ...what, values: values() }),
  };
  const body = node("div", { class: "blocks" }, drawBlocks(view.blocks, surface));
  return {
    body,
    values,
    unfinished: () => unfinishedErrors(inputs),
    errors: () => shownErrors(inputs),
    showErrors: (errors) => showErrors(inputs, errors),
    keepErrors: (errors) => inputs.forEach((input) => showError(input, errors[input.block.block_id] ?? "")),
  };
}

// What was typed in this page is newer than what the sandbox last heard.
export function typedSoFar(view, form) {
  const typed = structuredClone(view.values ?? {});
  for (const [blockId, actions] of Object.entries(form?.values() ?? {})) {
    typed[blockId] = { ...typed[blockId], ...actions };
  }
  return typed;
}

function ofSameType(value, element) {
  if (value?.type !== element.type) return undefined;
  if (!value.selected_option) return value;
  return offers(element).some((option) => option.value === value.selected_option.value) ? value : undefined;
}

function offers(element) {
  return element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);
}

function readValues(answers) {
  const values = {};
  for (const { block, element, control } of answers) {
    values[block.block_id] = { ...values[block.block_id], [element.action_id]: control.read() };
  }
  return values;
}

function unfinishedErrors(inputs) {
  const unfinished = inputs.filter(({ control }) => control.isUnfinished?.());
  return Object.fromEntries(unfinished.map(({ block }) => [block.block_id, UNFINISHED]));
}

function showErrors(inputs, errors) {
  for (const input of inputs) showError(input, errors[input.block.block_id] ?? "");
  inputs.find(({ block }) => block.block_id in errors)?.control.focusable.focus();
}

function shownErrors(inputs) {
  return Object.fromEntries(inputs.map(({ block, error }) => [block.block_id, error.textContent]));
}

function showError({ control, holder, error }, words) {
  error.textContent = words;
  holder.classList.toggle("has-error", Boolean(words));
  if (words) control.focusable.setAttribute("aria-invalid", "true");
  else control.focusable.removeAttribute("aria-invalid");
}
