// The modals of the chosen person: a stack of up to three in one dialog, the topmost shown.

import { icon, isBusy, node, whileBusy } from "./nodes.js";
import { drawForm, typedSoFar } from "./form.js";
import { markFocus, returnFocus } from "./focus.js";
import { plainWords } from "./mrkdwn.js";

const STOPS = "button, input, select, textarea, a[href]";

const title = node("h2", { id: "modal-title", tabindex: "-1" });
const back = node("button", {
  type: "button", class: "button button-quiet", click: () => closeTop(back),
}, icon("back"), "Back");
const leave = node("button", {
  type: "button", class: "icon-button", "aria-label": "Dismiss", click: () => closeAll(),
}, icon("close"));
const scroller = node("div", { class: "modal-body" });
const failure = node("p", { class: "failure", role: "alert" });
const close = node("button", { type: "button", class: "button button-default", click: () => closeTop(close) });
const submit = node("button", { type: "submit", class: "button button-primary" });
const paper = node("form", { class: "modal-paper", novalidate: true, submit: (event) => submitTop(event) },
  node("div", { class: "modal-head" }, back, title, leave),
  scroller,
  node("div", { class: "modal-foot" }, failure, node("div", { class: "buttons" }, close, submit)));
const dialog = node("dialog", {
  class: "modal", "aria-modal": "true", "aria-labelledby": "modal-title",
  cancel: (event) => escape(event), keydown: (event) => onKey(event), close: () => comeBack(),
}, paper);

const underneath = document.querySelector(".frame");

const drawn = new Map();
let stack = [];
let shown = null;
let opener = null;
let host = null;

export function mountModals(given) {
  host = given;
  document.body.append(dialog);
}

export function showModals(views, names) {
  stack = views;
  for (const id of drawn.keys()) if (!views.some((view) => view.id === id)) drawn.delete(id);
  if (!views.length) return dismiss();
  const top = views.at(-1);
  const before = drawn.get(top.id);
  if (before?.hash !== top.hash) drawn.set(top.id, draw(top, { before, names }));
  if (shown !== drawn.get(top.id)) reveal(drawn.get(top.id), names);
  back.hidden = views.length < 2;
}

// Another person has other modals; theirs are drawn afresh.
export function forgetModals() {
  drawn.clear();
  opener = null;
  showModals([], null);
}

function draw(view, { before, names }) {
  const press = ({ control, ...what }) => whileBusy(control, () => click(view, what));
  const form = drawForm(view, { names, typed: typedSoFar(view, before?.form), press });
  if (before) form.keepErrors(before.form.errors()); // An update may come after the answer to what was sent.
  return { view, hash: view.hash, form };
}

function reveal(next, names) {
  const isUpdate = shown?.view.id === next.view.id;
  const place = markFocus();
  const scrolled = scroller.scrollTop;
  shown = next;
  title.textContent = plainWords(asText(next.view.title), names);
  submit.textContent = plainWords(asText(next.view.submit ?? "Submit"), names);
  close.textContent = plainWords(asText(next.view.close ?? (next.view.submit ? "Cancel" : "Close")), names);
  submit.hidden = !next.view.submit;
  failure.textContent = "";
  scroller.replaceChildren(next.form.body);
  if (!dialog.open) open(place);
  else if (isUpdate && returnFocus(place)) scroller.scrollTop = scrolled;
  else settle();
}

function open(place) {
  opener = place;
  dialog.showModal();
  settle();
  underneath.setAttribute("aria-hidden", "true");
}

// With a keyboard at hand start in the first field; on a phone the keyboard would hide the first lines.
function settle() {
  scroller.scrollTop = 0;
  const field = matchMedia("(pointer: fine)").matches && scroller.querySelector("input, textarea, select");
  (field || title).focus({ preventScroll: true });
}

function dismiss() {
  if (!dialog.open) return;
  shown = null;
  underneath.removeAttribute("aria-hidden");
  dialog.close();
  scroller.replaceChildren();
  if (!opener || !returnFocus(opener)) host.focus();
}

async function submitTop(event) {
  event.preventDefault();
  const { view, form } = shown;
  if (!view.submit || isWaiting()) return;
  failure.textContent = "";
  const unfinished = form.unfinished();
  form.showErrors(unfinished);
  if (Object.keys(unfinished).length) return;
  const answer = await whileBusy(submit, () => host.act("submit", { view: view.id, values: form.values() }));
  if (!answer.ok) refuse(view, answer);
}

function refuse(view, { errors, error }) {
  const now = drawn.get(view.id);
  if (!now) return host.fail(error ?? Object.values(errors).join(" "));
  if (errors) now.form.showErrors(errors);
  failure.textContent = error ?? otherErrors(now.view, errors);
  return undefined;
}

function otherErrors(view, errors) {
  const fields = new Set(view.blocks.filter(({ type }) => type === "input").map((block) => block.block_id));
  return Object.keys(errors).filter((id) => !fields.has(id)).map((id) => errors[id]).join(" ");
}

async function click(view, what) {
  failure.textContent = "";
  const answer = await host.act("click", { surface: { view: view.id }, ...what });
  if (!answer.ok) failure.textContent = answer.error;
}

async function closeTop(control) {
  if (isWaiting()) return;
  const answer = await whileBusy(control, () => host.act("close", { view: stack.at(-1).id }));
  if (!answer.ok) failure.textContent = answer.error;
}

async function closeAll() {
  if (isWaiting()) return;
  await whileBusy(leave, () => host.act("close", { all: true }));
}

function isWaiting() {
  return [submit, close, back, leave].some(isBusy);
}

function escape(event) {
  event.preventDefault();
  closeTop(back.hidden ? close : back);
}

// A browser may close a dialog over our heads (Escape pressed twice, a phone's back gesture).
function comeBack() {
  if (!shown) return;
  dialog.showModal();
  closeTop(close);
}

function onKey(event) {
  if (event.isComposing) return;
  if (event.key === "Escape") escape(event);
  if (event.key === "Tab") keepInside(event);
}

function keepInside(event) {
  const stops = [...dialog.querySelectorAll(STOPS)].filter((stop) => stop.checkVisibility());
  const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if (document.activeElement !== edge && !(event.shiftKey && document.activeElement === title)) return;
  event.preventDefault();
  other.focus();
}

function asText(words) {
  return typeof words === "string" ? { type: "plain_text", text: words } : words;
}
