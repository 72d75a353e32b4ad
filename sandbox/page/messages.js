// The messages of one place, oldest first. A message that did not change keeps its nodes, and with them the focus.

import { node, whileBusy } from "./nodes.js";
import { drawBlocks } from "./blocks.js";
import { markFocus, returnFocus } from "./focus.js";
import { drawMrkdwn } from "./mrkdwn.js";
import { dayWords, fullDayWords, timeWords } from "./zone.js";

const NEAR_THE_END_PX = 80;

export function newLog({ label, welcome, press }) {
  const kept = new Map();
  const list = node("div", { class: "messages", role: "log", "aria-label": label, tabindex: "0" });
  followTheEnd(list);
  return { element: list, show: (messages, names) => show(list, { kept, messages, names, welcome, press }) };
}

function show(list, { kept, messages, names, welcome, press }) {
  const wanted = [node("p", { class: "welcome" }, welcome)];
  let day = null;
  for (const message of messages) {
    const today = dayWords(instantOf(message), names.zone);
    if (today !== day) wanted.push(divider(message, names));
    day = today;
    wanted.push(keep(kept, { message, names, press }));
  }
  place(list, wanted);
  list.dispatchEvent(new Event("grown"));
}

// Someone at the end stays there when a message comes or the room gets smaller; someone further up is left alone.
function followTheEnd(list) {
  let follows = true;
  let height = 0;
  const toTheEnd = () => {
    height = list.clientHeight;
    if (follows) list.scrollTop = list.scrollHeight;
  };
  list.addEventListener("scroll", () => {
    if (list.clientHeight === height) follows = list.scrollHeight - list.scrollTop - height < NEAR_THE_END_PX;
  });
  list.addEventListener("grown", toTheEnd);
  new ResizeObserver(toTheEnd).observe(list);
}

function keep(kept, { message, names, press }) {
  const likeness = JSON.stringify(message);
  const before = kept.get(message.ts);
  if (before?.likeness === likeness) return before.article;
  const article = draw(message, { names, press });
  kept.set(message.ts, { likeness, article });
  return article;
}

// Only what differs is touched: a live region announces what is added to it.
function place(list, wanted) {
  const mark = markFocus();
  wanted.forEach((next, index) => {
    const now = list.children[index];
    if (now === next || isSameWords(now, next)) return;
    if (now && !wanted.includes(now)) now.replaceWith(next);
    else list.insertBefore(next, now ?? null);
  });
  while (list.children.length > wanted.length) list.lastElementChild.remove();
  if (!mark.focused.isConnected) returnFocus(mark);
}

function isSameWords(now, next) {
  return now && now.tagName === "P" && next.tagName === "P" && now.textContent === next.textContent;
}

function divider(message, names) {
  return node("p", { class: "day" }, node("span", {}, dayWords(instantOf(message), names.zone)));
}

function draw(message, { names, press }) {
  const surface = {
    names,
    given: () => undefined,
    register: () => {},
    registerInput: () => {},
    press: ({ control, ...what }) => whileBusy(control, () => press(message, what)),
  };
  return node("article", {
    class: message.mentions_me ? "message message-for-me" : "message",
    "data-ts": message.ts,
    "aria-label": labelOf(message, names),
  }, avatar(message), node("div", { class: "message-main" }, head(message, names), body(message, surface)));
}

// Where there are blocks, the text is only their summary for a notification.
function body({ blocks, text }, surface) {
  const drawn = blocks?.length ? drawBlocks(blocks, surface) : node("div", { class: "words" }, drawMrkdwn(text, surface.names));
  return node("div", { class: "blocks" }, drawn);
}

function avatar({ name, bot }) {
  return node("span", { class: bot ? "avatar avatar-bot" : "avatar", "aria-hidden": "true" }, name?.[0] ?? "?");
}

function head(message, names) {
  const instant = instantOf(message);
  const when = `${fullDayWords(instant, names.zone)}, ${timeWords(instant, names.zone)}`;
  return node("header", { class: "message-head" },
    node("b", {}, message.name),
    message.bot && node("span", { class: "tag" }, "app"),
    node("time", { datetime: instant.toISOString(), title: when }, timeWords(instant, names.zone)),
    message.edited && node("span", { class: "edited" }, "(edited)"),
    message.mentions_me && node("span", { class: "tag tag-me" }, "mentions you"));
}

function labelOf(message, names) {
  return `${message.name}, ${timeWords(instantOf(message), names.zone)}`;
}

function instantOf({ ts }) {
  return new Date(Number(ts) * 1000);
}
