// The message box. "/" offers the commands.

import { node, whileBusy } from "./nodes.js";

const form = document.getElementById("composer");
const box = document.getElementById("box");
const label = document.getElementById("box-label");
const offers = document.getElementById("offers");
const sendButton = document.getElementById("send");
const reply = document.getElementById("reply");
const failure = document.getElementById("failure");

const drafts = new Map();
let commands = [];
let chosen = 0;
let placeKey = null;
let send = null;

export function mountComposer(onSend) {
  send = onSend;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  box.addEventListener("input", () => {
    chosen = 0;
    reply.textContent = "";
    showOffers();
  });
  box.addEventListener("keydown", onKey);
  box.addEventListener("blur", hideOffers);
}

export function showComposer({ key, name, hidden, known }) {
  commands = known;
  form.hidden = hidden;
  label.textContent = `Message to ${name}`;
  if (key === placeKey) return;
  drafts.set(placeKey, box.value);
  placeKey = key;
  box.value = drafts.get(key) ?? "";
  reply.textContent = "";
  hideOffers();
}

export function focusComposer() {
  if (form.hidden) return false;
  box.focus();
  return true;
}

async function submit() {
  const text = box.value.trim();
  reply.textContent = "";
  failure.textContent = "";
  if (!text) return;
  hideOffers();
  const key = placeKey;
  const answer = await whileBusy(sendButton, () => whileReadOnly(() => send(text)));
  if (answer?.ok) forget(key);
  else if (answer) failure.textContent = answer.error;
}

async function whileReadOnly(work) {
  box.readOnly = true;
  try {
    return await work();
  } finally {
    box.readOnly = false;
  }
}

function forget(key) {
  drafts.delete(key);
  if (key === placeKey) box.value = "";
}

function onKey(event) {
  const matching = isOffering() ? matches() : [];
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    if (matching.length && matching[chosen].command !== box.value.trim()) complete(matching[chosen]);
    else submit();
  } else if (event.key === "Tab" && !event.shiftKey && matching.length) {
    event.preventDefault();
    complete(matching[chosen]);
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && matching.length) {
    event.preventDefault();
    chosen = (chosen + (event.key === "ArrowDown" ? 1 : matching.length - 1)) % matching.length;
    showOffers();
  } else if (event.key === "Escape" && isOffering()) {
    event.stopPropagation();
    hideOffers();
  }
}

function matches() {
  const text = box.value.trimStart();
  if (!text.startsWith("/") || /\s/.test(text)) return [];
  return commands.filter(({ command }) => command.startsWith(text));
}

function showOffers() {
  const matching = matches();
  offers.replaceChildren(...matching.map(drawOffer));
  offers.hidden = !matching.length;
  if (matching.length) box.setAttribute("aria-activedescendant", `offer-${chosen}`);
  else box.removeAttribute("aria-activedescendant");
}

function drawOffer(offer, index) {
  const take = (event) => {
    event.preventDefault();
    complete(offer);
  };
  return node("li", {
    id: `offer-${index}`, role: "option", "aria-selected": String(index === chosen), pointerdown: take,
  }, node("b", {}, offer.command), ` ${offer.usage_hint ?? ""}`, node("span", { class: "more" }, offer.description ?? ""));
}

function complete({ command }) {
  box.value = `${command} `;
  box.focus();
  hideOffers();
}

function isOffering() {
  return !offers.hidden;
}

function hideOffers() {
  offers.hidden = true;
  box.removeAttribute("aria-activedescendant");
}
