import type { ReactNode } from 'react';
import { Card } from './card';
import { PersonFacts, type PersonFactsProps } from './person-facts';

type Shown = { title: string; person: PersonFactsProps['person']; more?: ReactNode };

type TwoPeopleProps = { one: Shown; other: Shown; headingLevel?: 2 | 3 };

/** Two records side by side; on a phone one under the other. */
export function TwoPeople({ one, other, headingLevel = 2 }: TwoPeopleProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className="two-people">
      {[one, other].map(({ title, person, more }) => (
        <Card key={title} as="section">
          <Heading>{title}</Heading>
          <PersonFacts person={person} />
          {more}
        </Card>
      ))}
    </div>
  );
}
