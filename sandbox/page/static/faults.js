// The fault panel, for developers: the workspace misbehaves while something is armed. Folded away at first.

import { node, whileBusy } from "./nodes.js";

const toggle = document.getElementById("faults-toggle");
const panel = document.getElementById("faults-panel");
const heading = document.getElementById("faults-title");
const armedList = document.getElementById("faults-armed");
const offered = document.getElementById("faults-offered");
const done = document.getElementById("faults-done");
const failure = document.getElementById("faults-failure");
const clearAll = document.getElementById("faults-clear");

let carry = null;
let likeness = "";

export function mountFaults({ read, change }) {
  carry = change;
  toggle.addEventListener("click", () => setOpen(panel.hidden, read));
  clearAll.addEventListener("click", () => whileBusy(clearAll, () => tell({ clear: "all" }, "Everything is cleared.")));
  panel.addEventListener("keydown", closeOnEscape);
  document.addEventListener("click", ({ target }) => {
    if (target.isConnected && !panel.contains(target) && !toggle.contains(target)) setOpen(false);
  });
}

export function showFaults(armed) {
  if (JSON.stringify(armed) === likeness) return;
  likeness = JSON.stringify(armed);
  toggle.textContent = armed.length ? `Faults: ${armed.length} armed` : "Faults";
  toggle.classList.toggle("is-armed", armed.length > 0);
  const hadFocus = [armedList, clearAll].some((place) => place.contains(document.activeElement));
  armedList.replaceChildren(...armed.map(drawArmed));
  clearAll.hidden = armed.length === 0;
  if (hadFocus) (clearAll.hidden ? heading : clearAll).focus();
}

function drawArmed({ number, words }) {
  const clear = () => tell({ clear: number }, `Cleared: ${words}.`);
  return node("li", {},
    node("span", {}, words),
    node("button", { type: "button", class: "button button-default", "aria-label": `Clear ${words}`, click: clear }, "Clear"));
}

function drawOffered(fault) {
  const title = `fault-${fault.name}`;
  const controls = fault.controls.map((control) => ({ control, field: drawField(control) }));
  const button = node("button", {
    type: "button", class: "button button-default", "aria-describedby": title, click: () => whileBusy(button, arm),
  }, "Arm");
  const arm = () => {
    const chosen = Object.fromEntries(controls.map(({ control, field }) => [control.name, valueOf(field)]));
    return tell({ arm: fault.name, with: chosen }, `${fault.title}: armed.`);
  };
  return node("li", { class: "fault" },
    node("h3", { id: title }, fault.title),
    node("p", {}, fault.sentence),
    node("div", { class: "fault-controls", role: "group", "aria-labelledby": title },
      controls.map(({ control, field }) => node("label", {}, node("span", {}, control.label), field)), button));
}

function drawField({ choices, value }) {
  const options = Object.entries(choices);
  if (!options.length) return node("input", { type: "number", min: 0, max: 60, step: "any", value, autocomplete: "off" });
  return node("select", { autocomplete: "off" },
    options.map(([given, words]) => node("option", { value: given, selected: given === value }, words)));
}

function valueOf(field) {
  return field.type === "number" ? field.valueAsNumber : field.value;
}

async function tell(what, words) {
  done.textContent = "";
  failure.textContent = "";
  const answer = await carry(what);
  if (answer.ok) done.textContent = words;
  else failure.textContent = answer.error;
}

async function setOpen(open, read) {
  panel.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
  if (!open || offered.childElementCount) return;
  const answer = await read();
  if (answer.ok) offered.replaceChildren(...answer.faults.map(drawOffered));
  else failure.textContent = answer.error;
}

function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  setOpen(false);
  toggle.focus();
}
