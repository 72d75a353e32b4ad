// The messages of one place, oldest first, replies under theirs. A message that did not change keeps its nodes, and with them the focus.

import { node, whileBusy } from "./nodes.js";
import { drawBlocks } from "./blocks.js";
import { drawFiles } from "./files.js";
import { markFocus, returnFocus } from "./focus.js";
import { drawMrkdwn } from "./mrkdwn.js";
import { drawMenu } from "./menu.js";
import { newReplyBox } from "./replies.js";
import { dayWords, fullDayWords, timeWords } from "./zone.js";

const NEAR_THE_END_PX = 80;

export function newLog({ label, welcome, ...acts }) {
  const kept = new Map();
  const list = node("div", { class: "messages", role: "log", "aria-label": label, tabindex: "0" });
  const log = { list, kept, welcome, acts, answering: null, latest: null };
  followTheEnd(list);
  return { element: list, show: (messages, names) => show(log, { messages, names }) };
}

function show(log, shown) {
  log.latest = shown;
  const { messages, names } = shown;
  const wanted = [node("p", { class: "welcome" }, log.welcome)];
  let day = null;
  for (const message of messages.filter(isInChannel)) {
    const today = dayWords(instantOf(message), names.zone);
    if (today !== day) wanted.push(divider(message, names));
    day = today;
    wanted.push(keep(log, message), ...underneath(log, message));
  }
  place(log.list, wanted);
  log.list.dispatchEvent(new Event("grown"));
}

// A reply stands under its message, and in the channel only where it was sent there as well.
function isInChannel({ thread_ts: thread, broadcast }) {
  return !thread || broadcast;
}

function underneath(log, { ts }) {
  const replies = log.latest.messages.filter(({ thread_ts: thread }) => thread === ts);
  const box = log.answering?.ts === ts ? [log.answering.box.element] : [];
  return [...replies.map((reply) => keep(log, reply, { isReply: true })), ...box];
}

function answer(log, message) {
  const close = () => {
    log.answering = null;
    show(log, log.latest);
    log.list.querySelector(`[data-ts="${message.ts}"] .message-acts button`)?.focus();
  };
  if (log.answering?.ts === message.ts) return close();
  const box = newReplyBox({ name: message.name, send: (text) => log.acts.reply(message, text), close });
  log.answering = { ts: message.ts, box };
  show(log, log.latest);
  return box.focus();
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

function keep(log, message, { isReply = false } = {}) {
  const likeness = JSON.stringify(message);
  const key = `${message.ts} ${isReply}`;
  const before = log.kept.get(key);
  if (before?.likeness === likeness) return before.article;
  const article = draw(log, message, { isReply });
  log.kept.set(key, { likeness, article });
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

function draw(log, message, { isReply }) {
  const { names } = log.latest;
  const surface = {
    names,
    given: () => undefined,
    register: () => {},
    registerInput: () => {},
    press: ({ control, ...what }) => whileBusy(control, () => log.acts.press(message, what)),
  };
  const kinds = { "message-for-me": message.mentions_me, "message-only-me": message.only_me, reply: isReply };
  return node("article", {
    class: ["message", ...Object.keys(kinds).filter((kind) => kinds[kind])].join(" "),
    "data-ts": message.ts,
    "aria-label": labelOf(message, names),
  }, avatar(message), node("div", { class: "message-main" },
    head(message, names), body(message, surface)), actsOf(log, message));
}

// What only one person sees can be neither answered nor taken further.
function actsOf(log, message) {
  if (message.only_me) return null;
  const lines = log.latest.names.onMessages.map(({ name, description }) => (
    { words: name, more: description, choose: () => log.acts.useShortcut(message, name) }));
  return node("div", { class: "message-acts" },
    !message.thread_ts && node("button", {
      type: "button", class: "button button-quiet", click: () => answer(log, message),
    }, "Reply"),
    lines.length > 0 && drawMenu({ label: "More for this message", sign: "more", lines }));
}

// Where there are blocks, the text is only their summary for a notification.
function body({ blocks, text, files }, surface) {
  const drawn = blocks?.length ? drawBlocks(blocks, surface) : node("div", { class: "words" }, drawMrkdwn(text, surface.names));
  return node("div", { class: "blocks" }, drawn, drawFiles(files));
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
    message.broadcast && node("span", { class: "tag" }, "reply, shown here too"),
    message.only_me && node("span", { class: "tag" }, "only you can see this"),
    message.silent && node("span", { class: "tag" }, "came without a sound"),
    message.mentions_me && node("span", { class: "tag tag-me" }, "mentions you"));
}

function labelOf(message, names) {
  return `${message.name}, ${timeWords(instantOf(message), names.zone)}`;
}

function instantOf({ seen_at: seconds }) {
  return new Date(seconds * 1000);
}
