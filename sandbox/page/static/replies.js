// The box for a reply under one message. What was typed stays while the box is open.

import { node, uniqueId, whileBusy } from "./nodes.js";

export function newReplyBox({ name, send, close }) {
  const id = uniqueId("reply");
  const failure = node("p", { class: "failure", role: "alert" });
  const box = node("textarea", { id, rows: 1, keydown: (event) => onKey(event) });
  const button = node("button", { type: "submit", class: "button button-default" }, "Reply");
  const submit = async () => {
    const text = box.value.trim();
    failure.textContent = "";
    if (!text) return;
    const answer = await whileBusy(button, () => send(text));
    if (answer && !answer.ok) failure.textContent = answer.error;
    else if (answer) box.value = "";
  };
  const onKey = (event) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  };
  const element = node("form", {
    class: "reply-box composer", novalidate: true,
    submit: (event) => {
      event.preventDefault();
      submit();
    },
  }, node("label", { for: id }, `Reply to ${name}`), node("div", { class: "composer-row" }, box, button), failure);
  return { element, focus: () => box.focus() };
}
