// Correcting in a report: the keys of the selected entry, and selected text that is made a part of it. Without script the buttons and each entry's own page do the same.
(() => {
  'use strict';
  const form = document.getElementById('review');
  const marking = document.getElementById('marking');
  if (!form) return;
  const selected = () => document.querySelector('.ledger :is(.entry, .claim).on:focus') ?? document.querySelector('.ledger .claim.on') ?? document.querySelector('.ledger .entry.on');
  const press = key => {
    const tool = selected()?.querySelector(`:is(:scope, :scope > p:not(.claim)) > .tools [data-key="${key}"]`);
    (tool ?? (key === 'u' ? document.querySelector('.notice [data-key="u"]') : null))?.click();
  };

  // Offsets count code points of the report's text: labels of ours are none of it, and a character shown as its code is one.
  const isOurs = node => node.parentElement?.closest('.tag, .from, .legend');
  const lengthOf = (root, end, offset) => {
    let points = 0;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const stop = node === end;
      if (!stop && end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      if (isOurs(node)) { if (stop) break; continue; }
      if (node.parentElement.closest('.ctl')) { points += stop && !offset ? 0 : 1; if (stop) break; continue; }
      points += [...(stop ? node.data.slice(0, offset) : node.data)].length;
      if (stop) break;
    }
    return points;
  };
  const textsOf = root => {
    const texts = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (!isOurs(walk.currentNode)) texts.push(walk.currentNode);
    return texts;
  };
  const paragraphOf = node => node.parentElement.closest('.text [data-at]');
  const textOf = document.querySelector('.text');

  // A selection may begin or end between paragraphs: what counts is the nearest text inside it.
  const pointOf = (node, offset, isEnd) => {
    if (node.nodeType !== Node.TEXT_NODE || !paragraphOf(node)) {
      const here = document.createRange();
      here.setStart(node, offset);
      const inside = textsOf(textOf).filter(text => paragraphOf(text) && here.comparePoint(text, isEnd ? text.data.length : 0) === (isEnd ? -1 : 1));
      node = isEnd ? inside.at(-1) : inside[0];
      if (!node) return null;
      offset = isEnd ? node.data.length : 0;
    }
    return +paragraphOf(node).dataset.at + lengthOf(paragraphOf(node), node, offset);
  };

  // What the selected text can be made: a part of the claim or statement that is selected, or of its statement, or a statement of its own.
  let span = null;
  const targets = () => {
    const entry = selected();
    const isClaim = entry?.matches('.claim, .entry.plain') && /^c/.test(entry.id);
    const statement = entry?.matches('.entry[id^="s"]') ? entry : isClaim ? entry.closest('.entry[id^="s"]') : null;
    return { claim: isClaim ? entry.id : null, statement: statement?.id ?? null };
  };
  const look = () => {
    const selection = getSelection();
    span = null;
    marking.hidden = true;
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(textOf)) return;
    const [from, to] = [pointOf(range.startContainer, range.startOffset, false), pointOf(range.endContainer, range.endOffset, true)];
    if (from === null || to === null || to <= from) return;
    span = `${from}-${to}`;
    const of = targets();
    for (const button of marking.querySelectorAll('button')) {
      const item = button.dataset.of ? of[button.dataset.of] : '';
      button.hidden = item === null;
      button.value = `${button.dataset.do} ${item ?? ''}`.trim();
      button.querySelector('small').textContent = item ? `${item} ` : '';
    }
    marking.hidden = false;
  };
  document.addEventListener('selectionchange', look);

  const make = what => {
    for (const [name, value] of [['do', what], ['span', span]]) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.submit();
  };
  marking.addEventListener('mousedown', event => event.preventDefault()); // the selection stays
  marking.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button && span) make(button.value);
  });

  // By keys alone: s selects the entry's words, or what is first in view; the arrows with Shift move its end, and s once more lets them move its beginning.
  const begin = () => {
    const selection = getSelection();
    if (span) return selection.setBaseAndExtent(selection.focusNode, selection.focusOffset, selection.anchorNode, selection.anchorOffset);
    const id = selected()?.id;
    const parts = id ? [...document.querySelectorAll(`.text :not(.tag, .holder, .cue)[data-i~="${CSS.escape(id)}"]`)].filter(part => !part.closest('.tag')) : [];
    const words = parts.flatMap(textsOf);
    if (words.length) return selection.setBaseAndExtent(words[0], 0, words.at(-1), words.at(-1).data.length);
    const paragraph = [...document.querySelectorAll('.text [data-at]')].find(element => element.getBoundingClientRect().bottom > 80);
    const text = paragraph && textsOf(paragraph)[0];
    if (!text) return;
    selection.collapse(text, 0);
    selection.modify('extend', 'forward', 'word');
  };
  const arrows = { ArrowLeft: ['left', 'character'], ArrowRight: ['right', 'character'], ArrowUp: ['backward', 'line'], ArrowDown: ['forward', 'line'] };

  document.addEventListener('keydown', event => {
    look(); // the browser tells of a selection a moment after it changed
    if (event.key === 'Escape' && span) getSelection().removeAllRanges();
    if (event.defaultPrevented || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    if (span && event.shiftKey && arrows[event.key]) {
      const [to, by] = arrows[event.key];
      getSelection().modify('extend', to, event.ctrlKey && by === 'character' ? 'word' : by);
      getSelection().focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
      return event.preventDefault();
    }
    if (event.ctrlKey) return;
    const mark = span && marking.querySelector(`button:not([hidden])[data-mark="${CSS.escape(event.key)}"]`);
    if (mark) make(mark.value);
    else if (event.key === 's') begin();
    else if (['a', 'x', 'e', 'u'].includes(event.key)) press(event.key);
    else return;
    event.preventDefault();
  });
})();
