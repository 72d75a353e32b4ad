// Remembers where a person was, so that a fresh drawing of the same thing does not throw them out.

export function markFocus(focused = document.activeElement) {
  const selection = typeof focused.selectionStart === "number" ? [focused.selectionStart, focused.selectionEnd] : null;
  return { focused, selection, selector: selectorOf(focused) };
}

export function returnFocus({ focused, selection, selector }) {
  const target = focused.isConnected && focused !== document.body ? focused : selector && document.querySelector(selector);
  if (!target) return false;
  target.focus();
  if (selection && target !== focused && target.setSelectionRange) target.setSelectionRange(...selection);
  return document.activeElement === target;
}

function selectorOf(focused) {
  if (focused.dataset.at) return `[data-at="${CSS.escape(focused.dataset.at)}"]`;
  if (!focused.dataset.action) return null;
  const message = focused.closest("[data-ts]");
  const block = focused.closest("[data-block]");
  return [
    message && `[data-ts="${CSS.escape(message.dataset.ts)}"]`,
    block && `[data-block="${CSS.escape(block.dataset.block)}"]`,
    `[data-action="${CSS.escape(focused.dataset.action)}"]`,
  ].filter(Boolean).join(" ");
}
