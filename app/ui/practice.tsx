import { useContext } from 'react';
import { inlineOf, textOf, type TreeElement, type TreeNode } from '~/content/tree';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { PaperContext } from './paper-context';
import { ReadingText } from './reading-text';

/**
 * A conversation to practise. As a document it is every step with its choices, each of which opens to how
 * it lands and where it leads; `enhance/practice.ts` goes through it one step at a time.
 */
export function Practice({ node, furigana }: { node: TreeElement; furigana: boolean }) {
  const isPaper = useContext(PaperContext);
  const [, props, ...parts] = node;
  const name = textOf(props, 'name');
  const id = `practice-${name}`;
  const steps = elementsOf(parts, 'Step');
  const numbers = new Map(steps.map((step, i) => [textOf(step[1], 'id'), i + 1]));
  const read = (of: TreeElement, part: string) => (
    <ReadingText value={inlineOf(of[1], part)} furigana={furigana} />
  );
  return (
    <section
      className="practice"
      id={id}
      data-enhance={isPaper ? undefined : 'practice'}
      data-step={m.practice_step({ number: '{number}' })}
      data-tried={m.practice_tried()}
      aria-labelledby={`${id}-title`}
    >
      <h3 id={`${id}-title`}>{read(node, 'title')}</h3>
      {textOf(props, 'borrowed') ? <p className="small">{m.practice_borrowed()}</p> : null}
      <p>{read(node, 'about')}</p>
      <p className="practice-you">
        <b className="tag accent">{m.practice_you()}</b> {read(node, 'you')}
      </p>
      <p className="small">{m.practice_how()}</p>
      <ol className="practice-steps plain" role="list">
        {steps.map((step, i) => (
          <Step key={i} step={step} {...{ id, numbers, furigana }} />
        ))}
      </ol>
      <div className="practice-stage no-print" hidden>
        <ol className="practice-path plain" role="list" aria-label={m.practice_path()} />
        <div className="practice-now" />
        <div className="practice-asked">
          <p className="practice-head" id={`${id}-asked`}>
            {m.practice_choose()}
          </p>
          <ul className="practice-buttons plain" role="list" aria-labelledby={`${id}-asked`} />
        </div>
        <div
          className="practice-landed"
          role="group"
          tabIndex={-1}
          aria-labelledby={`${id}-landed`}
          aria-describedby={`${id}-lands`}
        >
          <p className="practice-head" id={`${id}-landed`}>
            {m.practice_lands()}
          </p>
          <p id={`${id}-lands`} />
        </div>
        <p className="row practice-ways">
          <Button type="button" data-do="on">
            {m.practice_on()}
          </Button>
          <Button type="button" kind="second" data-do="other">
            {m.practice_other()}
          </Button>
          <Button type="button" kind="second" data-do="back">
            {m.practice_back()}
          </Button>
          <Button type="button" kind="quiet" data-do="again">
            {m.practice_again()}
          </Button>
        </p>
      </div>
      <div className="practice-debrief">
        <h4>{m.practice_debrief()}</h4>
        <ul className="dots">
          {elementsOf(parts, 'Debrief')
            .flatMap(([, , ...points]) => elementsOf(points, 'li'))
            .map(([, itsProps, ...point], i) => (
              <li key={i} id={textOf(itsProps, 'id') || undefined}>
                <ReadingText value={point} furigana={furigana} />
              </li>
            ))}
        </ul>
      </div>
    </section>
  );
}

type StepProps = {
  step: TreeElement;
  id: string;
  numbers: Map<string, number>;
  furigana: boolean;
};

function Step({ step, id, numbers, furigana }: StepProps) {
  const isPaper = useContext(PaperContext);
  const [, props, ...choices] = step;
  const own = textOf(props, 'id');
  const read = (of: TreeElement, part: string) => (
    <ReadingText value={inlineOf(of[1], part)} furigana={furigana} />
  );
  const has = (part: string) => inlineOf(props, part).length > 0;
  const number = (of: string) => String(numbers.get(of) ?? '');
  return (
    <li className="practice-step" id={`${id}-${own}`} data-step={own} tabIndex={-1}>
      <h4>{m.practice_step({ number: number(own) })}</h4>
      {has('scene') ? <p className="practice-scene">{read(step, 'scene')}</p> : null}
      {has('says') ? (
        <p className="practice-line">
          <b className="who">{read(step, 'who')}</b>
          <span>{read(step, 'says')}</span>
        </p>
      ) : null}
      {choices.length > 0 ? (
        <ul className="practice-choices plain" role="list">
          {elementsOf(choices, 'Choice').map((choice, i) => {
            const to = textOf(choice[1], 'to');
            return (
              <li key={i}>
                <details className="practice-choice" data-to={to} open={isPaper}>
                  <summary>
                    <span className="practice-say">{read(choice, 'say')}</span>
                  </summary>
                  <p className="practice-lands">{read(choice, 'lands')}</p>
                  <a href={`#${id}-${to}`}>{m.practice_to({ number: number(to) })}</a>
                </details>
              </li>
            );
          })}
        </ul>
      ) : null}
      {has('end') ? (
        <div className="practice-end">
          <p className="practice-head">{m.practice_end()}</p>
          <p>{read(step, 'end')}</p>
        </div>
      ) : null}
    </li>
  );
}

function elementsOf(nodes: readonly TreeNode[], tag: string): TreeElement[] {
  return nodes.filter((node): node is TreeElement => typeof node !== 'string' && node[0] === tag);
}
