// rich_text blocks: sections, lists, quotes and preformatted text.

import { node } from "./nodes.js";
import { dateNode } from "./dates.js";
import { channel, link, mention } from "./mrkdwn.js";

const PARTS = {
  rich_text_section: (part, names) => node("div", {}, drawRuns(part.elements, names)),
  rich_text_quote: (part, names) => node("blockquote", {}, drawRuns(part.elements, names)),
  rich_text_preformatted: (part, names) => node("pre", {}, drawRuns(part.elements, names)),
  rich_text_list: drawList,
};

const RUNS = {
  text: (run) => run.text,
  emoji: (run) => emoji(run),
  user: (run, names) => mention(run.user_id, names),
  channel: (run, names) => channel(run.channel_id, { names }),
  broadcast: (run) => node("span", { class: "mention mention-all" }, `@${run.range}`),
  link: (run) => link(run.url, run.text) ?? run.text ?? run.url,
  date: ({ timestamp, format, fallback = "" }, names) => dateNode([String(timestamp), format], { fallback, zone: names.zone }),
};

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code" };

export function drawRichText(block, names) {
  return node("div", { class: "rich-text" }, block.elements.map((part) => PARTS[part.type]?.(part, names)));
}

function drawList(part, names) {
  const items = part.elements.map((item) => node("li", {}, drawRuns(item.elements, names)));
  const indent = `indent-${Math.min(part.indent ?? 0, 8)}`;
  if (part.style === "ordered") return node("ol", { class: indent, start: (part.offset ?? 0) + 1 }, items);
  return node("ul", { class: indent }, items);
}

function drawRuns(runs, names) {
  return runs.map((run) => styled(RUNS[run.type]?.(run, names) ?? "", run.style));
}

function styled(drawn, style = {}) {
  return Object.entries(STYLES).reduce((inner, [name, tag]) => (style[name] ? node(tag, {}, inner) : inner), drawn);
}

function emoji({ name, unicode }) {
  return unicode ? String.fromCodePoint(...unicode.split("-").map((point) => parseInt(point, 16))) : `:${name}:`;
}
