// Builds nodes. Text only ever becomes a text node, so nothing that a person or the bot wrote is read as HTML.

const SVG = "http://www.w3.org/2000/svg";

let latestId = 0;

export function uniqueId(prefix) {
  latestId += 1;
  return `${prefix}-${latestId}`;
}

export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(made, name, value);
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

function set(target, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") target.addEventListener(name, value);
  else if (name === "value") target.value = value;
  else target.setAttribute(name, value === true ? "" : String(value));
}

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

export function unseen(words) {
  return node("span", { class: "unseen" }, words);
}

// A control that is busy keeps its place in the tab order; `disabled` would throw the focus away.
export async function whileBusy(control, work) {
  if (isBusy(control)) return undefined;
  control.setAttribute("aria-busy", "true");
  control.setAttribute("aria-disabled", "true");
  try {
    return await work();
  } finally {
    control.removeAttribute("aria-busy");
    control.removeAttribute("aria-disabled");
  }
}

export function isBusy(control) {
  return control.getAttribute("aria-busy") === "true";
}
