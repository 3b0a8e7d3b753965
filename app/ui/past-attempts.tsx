import * as m from '~/paraglide/messages';
import { Tag } from './tag';

export type PastAttempt = {
  id: string;
  number: number;
  day: string;
  right: number;
  total: number;
  best: boolean;
};

type PastAttemptsProps = {
  attempts: PastAttempt[];
  /** Address of the reviews; an attempt's id is put behind it. */
  review: string;
  /** The attempt on this page. */
  hereId?: string;
};

/** All attempts are kept; the best one counts. */
export function PastAttempts({ attempts, review, hereId }: PastAttemptsProps) {
  if (attempts.length === 0) return null;
  return (
    <section className="stack-s">
      <h2>{m.course_quiz_past()}</h2>
      <ul className="plain">
        {attempts.map(({ id, number, day, right, total, best }) => {
          const title = m.course_quiz_past_of({ number: String(number), day });
          return (
            <li key={id} className="row min-h-[44px]">
              {id === hereId ? (
                <strong>{title}</strong>
              ) : (
                <a className="inline-flex min-h-[44px] items-center" href={`${review}/${id}`}>
                  {title}
                </a>
              )}
              <span>
                {m.course_quiz_past_count({ total: String(total), right: String(right) })}
              </span>
              {best ? <Tag kind="accent">{m.course_quiz_best()}</Tag> : null}
              {id === hereId ? <Tag>{m.course_quiz_this()}</Tag> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
