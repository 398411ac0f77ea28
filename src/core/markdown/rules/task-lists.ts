// `- [ ] to do` and `- [x] done`: list items with a checkbox that shows, and tells, whether they are done.
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

const BOX = /^\[([ xX])\](?=\s)/;

export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'task_lists', findTasks);
  md.renderer.rules.task_checkbox = (tokens, index) => {
    const isDone = tokens[index]?.meta?.isDone === true;
    return `<input type="checkbox" disabled${isDone ? ' checked' : ''} aria-label="${isDone ? 'Done' : 'Not done'}">`;
  };
}

function findTasks(state: StateCore): void {
  const lists: Token[] = [];
  state.tokens.forEach((token, index) => {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') lists.push(token);
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') lists.pop();
    else if (token.type === 'list_item_open' && makeTask(state, index)) {
      token.attrSet('class', 'task');
      lists.at(-1)?.attrSet('class', 'tasks');
    }
  });
}

/** `content` of the run keeps its brackets: only what is shown changes. */
function makeTask(state: StateCore, index: number): boolean {
  const inline = state.tokens[index + 2];
  const words = inline?.children?.[0];
  if (state.tokens[index + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline' || words?.type !== 'text') return false;
  const match = BOX.exec(words.content);
  if (match === null) return false;
  const box = new state.Token('task_checkbox', 'input', 0);
  box.meta = { isDone: match[1] !== ' ' };
  words.content = words.content.slice(match[0].length);
  inline.children?.unshift(box);
  return true;
}
