// Slack's mrkdwn as nodes. It is read by hand, from left to right, and anything unknown is shown as it was written.

import { node } from "./nodes.js";
import { dateNode } from "./dates.js";

const MARKS = { "*": "strong", _: "em", "~": "s" };
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;

export function drawMrkdwn(text, names) {
  const drawn = [];
  text.split(/```\n?([\s\S]+?)```\n?/).forEach((piece, index) => {
    if (index % 2) drawn.push(node("pre", {}, unescapeText(piece)));
    else if (piece) drawn.push(...drawLines(piece, names));
  });
  return drawn;
}

export function drawText(textObject, names) {
  if (!textObject) return [];
  if (textObject.type === "mrkdwn") return drawMrkdwn(textObject.text, names);
  return withBreaks(unescapeText(textObject.text));
}

// The words alone, for a name or a label that only a screen reader hears.
export function plainWords(textObject, names) {
  const holder = node("div", {}, drawText(textObject, names));
  return holder.textContent.trim();
}

function drawLines(piece, names) {
  const groups = [];
  for (const line of piece.split("\n")) {
    const [, quoted] = line.match(/^(?:&gt;|>) ?(.*)$/) ?? [];
    const kind = quoted === undefined ? "plain" : "quote";
    if (groups.at(-1)?.kind !== kind) groups.push({ kind, lines: [] });
    groups.at(-1).lines.push(quoted ?? line);
  }
  return groups.flatMap(({ kind, lines }) => {
    const drawn = lines.flatMap((line, index) => [index ? node("br") : null, ...drawInline(line, names)]);
    return kind === "quote" ? [node("blockquote", {}, drawn)] : drawn.filter(Boolean);
  });
}

function withBreaks(text) {
  return text.split("\n").flatMap((line, index) => (index ? [node("br"), line] : [line]));
}

function drawInline(line, names) {
  const drawn = [];
  let plain = "";
  for (let at = 0; at < line.length; ) {
    const found = readSpan(line, at, names);
    if (!found) {
      plain += line[at];
      at += 1;
      continue;
    }
    if (plain) drawn.push(unescapeText(plain));
    plain = "";
    drawn.push(found.node);
    at = found.end;
  }
  if (plain) drawn.push(unescapeText(plain));
  return drawn;
}

function readSpan(line, at, names) {
  const sign = line[at];
  if (sign === "<") return readReference(line, at, names);
  if (sign === "`") return readCode(line, at);
  if (sign in MARKS) return readMark(line, at, names);
  return null;
}

function readCode(line, at) {
  const close = line.indexOf("`", at + 1);
  if (close <= at + 1) return null;
  return { node: node("code", {}, unescapeText(line.slice(at + 1, close))), end: close + 1 };
}

function readMark(line, at, names) {
  if (isWord(line[at - 1]) || !line[at + 1]?.trim()) return null;
  const close = closingMark(line, at);
  if (close === null) return null;
  return { node: node(MARKS[line[at]], {}, drawInline(line.slice(at + 1, close), names)), end: close + 1 };
}

function closingMark(line, opened) {
  for (let at = opened + 1; at < line.length; at += 1) {
    if (line[at] === "<" && line.indexOf(">", at) > at) at = line.indexOf(">", at);
    else if (line[at] === line[opened] && at > opened + 1 && line[at - 1].trim() && !isWord(line[at + 1])) return at;
  }
  return null;
}

function isWord(letter) {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter);
}

function readReference(line, at, names) {
  const close = line.indexOf(">", at);
  if (close <= at + 1) return null;
  const [target, ...rest] = line.slice(at + 1, close).split("|");
  const drawn = drawReference(target, rest.join("|"), names);
  return drawn && { node: drawn, end: close + 1 };
}

function drawReference(target, label, names) {
  const sign = target[0];
  if (sign === "@") return mention(target.slice(1), names);
  if (sign === "#") return channel(target.slice(1), { label, names });
  if (target.startsWith("!date^")) return dateNode(target.slice(6).split("^"), { fallback: label, zone: names.zone });
  if (sign === "!") return node("span", { class: "mention mention-all" }, broadcastWords(target.slice(1), label));
  return link(target, label);
}

export function channel(id, { label, names }) {
  return node("span", { class: "mention" }, `#${names.channel(id) ?? (label || "private channel")}`);
}

export function mention(id, names) {
  const kind = id === names.me ? "mention mention-me" : "mention";
  return node("span", { class: kind }, `@${names.person(id) ?? id}`);
}

function broadcastWords(target, label) {
  if (target.startsWith("subteam^")) return label || "@group";
  return `@${target}`;
}

export function link(target, label) {
  const address = unescapeText(target);
  const words = label ? unescapeText(label) : address.replace(/^(mailto|tel):/i, "");
  if (!SAFE_LINK.test(address)) return null;
  return node("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);
}

export function unescapeText(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
