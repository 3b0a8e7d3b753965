import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { plainText, type TreeNode } from '~/content/tree';
import { readLesson } from '~/flows/read-lesson.server';
import { findReadingSettings } from '~/lib/reading-settings';
import * as m from '~/paraglide/messages';
import { LessonBody } from '~/ui/lesson-body';
import { PageHead } from '~/ui/page-head';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.practice_example_title() }) },
];

/** The example lesson in its sections, each with the text it is made from. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { example } = context.content;
  if (!example) throw new Response(null, { status: 404 });
  const { body, sources } = await readLesson(context.store.read, { hash: example.hash });
  const texts = sectionsOf(example.body);
  const nodes = body.filter(([tag]) => tag !== 'Pictures');
  return {
    sections: drawnSections(nodes).map(({ title, drawn }, i) => {
      const text = texts[i] ?? '';
      return {
        title,
        drawn,
        text,
        files: example.practices.filter(({ name }) => text.includes(`<Practice name="${name}"`)),
      };
    }),
    pictures: body.filter(([tag]) => tag === 'Pictures'),
    sources,
    furigana: findReadingSettings(request).furigana,
  };
}

/** The text of a lesson, cut before each heading. */
function sectionsOf(body: string): string[] {
  return body
    .split(/^(?=## )/m)
    .map((text) => text.trim())
    .filter((text) => text.startsWith('## '));
}

function drawnSections(nodes: TreeNode[]): { title: string; drawn: TreeNode[] }[] {
  const sections: { title: string; drawn: TreeNode[] }[] = [];
  for (const node of nodes) {
    if (typeof node !== 'string' && node[0] === 'h2')
      sections.push({ title: plainText([node]), drawn: [] });
    else sections.at(-1)?.drawn.push(node);
  }
  return sections;
}

export default function Example() {
  const { sections, pictures, sources, furigana } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack-l">
      <PageHead
        title={m.practice_example_title()}
        lead={m.practice_example_lead()}
        crumbs={[{ title: m.common_for_trainers(), to: '/for-trainers' }]}
      />
      {sections.map(({ title, drawn, text, files }, i) => (
        <section key={i} aria-labelledby={`part-${i}`} className="stack">
          <h2 id={`part-${i}`}>{title}</h2>
          <div className="example-part">
            <div className="stack-s">
              <p className="small">{m.practice_example_source()}</p>
              <pre className="example-text">{text}</pre>
              {files.map(({ name, source }) => (
                <details key={name}>
                  <summary className="example-file">{`practice-${name}.yaml`}</summary>
                  <pre className="example-text">{source}</pre>
                </details>
              ))}
            </div>
            <div className="stack-s lesson">
              <p className="small">{m.practice_example_shown()}</p>
              <LessonBody nodes={drawn} furigana={furigana} />
            </div>
          </div>
        </section>
      ))}
      <section className="sources" aria-labelledby="sources">
        <h2 id="sources">{m.course_sources()}</h2>
        <ol className="numbers">
          {sources.map(({ id, document, at, year }) => (
            <li key={id} id={`source-${id}`}>
              {m.course_source_year({ document, at, year: String(year) })}
            </li>
          ))}
        </ol>
        <LessonBody nodes={pictures} furigana={furigana} />
      </section>
    </div>
  );
}
