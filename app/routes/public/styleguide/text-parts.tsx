import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Button, ButtonLink } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Dialog } from '~/ui/dialog';
import { Notice } from '~/ui/notice';
import { Pagination } from '~/ui/pagination';
import { ProgressBar } from '~/ui/progress';
import { Tabs } from '~/ui/tabs';
import { Tag } from '~/ui/tag';
import { Thread } from '~/ui/thread';

const long = () => m.public_home_lead().repeat(2);
const short = () => m.public_home_step_connect();

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{name}</h2>
      {children}
    </section>
  );
}

/** Parts that show: each in every state, short, in long Japanese and empty. */
export function TextParts() {
  return (
    <>
      <Part name="Button">
        <p className="row">
          <Button type="button">{short()}</Button>
          <Button type="button" kind="second">
            {short()}
          </Button>
          <Button type="button" kind="quiet">
            {short()}
          </Button>
          <Button type="button" disabled>
            {short()}
          </Button>
          <ButtonLink to="#">{short()}</ButtonLink>
        </p>
        <p>
          <Button type="button">{long()}</Button>
        </p>
      </Part>
      <Part name="Notice">
        {(['info', 'done', 'warm', 'care', 'error'] as const).map((kind) => (
          <Notice key={kind} kind={kind} title={short()}>
            <p>{long()}</p>
          </Notice>
        ))}
        <Notice>
          <p>{short()}</p>
        </Notice>
      </Part>
      <Part name="Card, Tag">
        <div className="grid-3">
          <Card>
            <Tag>{short()}</Tag>
            <p>{short()}</p>
          </Card>
          <Card>
            <Tag kind="accent">{short()}</Tag>
            <p>{long()}</p>
          </Card>
          <Card>
            <Tag kind="warm">{long()}</Tag>
            <p />
          </Card>
        </div>
      </Part>
      <Part name="ProgressBar">
        <ProgressBar value={0} max={6} label={short()} />
        <ProgressBar value={4} max={6} label={long()} />
        <ProgressBar value={6} max={6} label={short()} />
      </Part>
      <Part name="Thread">
        <Thread
          label={short()}
          steps={[
            { key: '1', title: short(), to: '#', state: 'done' },
            { key: '2', title: long(), to: '#', state: 'here', note: short() },
            { key: '3', title: short(), state: 'ahead' },
          ]}
        />
      </Part>
      <Part name="DataTable">
        <DataTable
          caption={short()}
          columns={[
            { title: short() },
            ...Array.from({ length: 9 }, () => ({ title: short(), align: 'right' as const })),
          ]}
          rows={[
            [short(), ...Array.from({ length: 9 }, (_, i) => (i * 1234).toLocaleString('ja-JP'))],
            [long(), ...Array.from({ length: 9 }, () => '0')],
          ]}
          foot={[[short(), ...Array.from({ length: 9 }, () => '1,234')]]}
        />
        <DataTable caption={short()} columns={[{ title: short() }, { title: short() }]} rows={[]} />
      </Part>
      <Part name="Breadcrumb, Tabs, Pagination">
        <Breadcrumb items={[{ title: m.common_home(), to: '/' }, { title: long() }]} />
        <Tabs
          label={short()}
          tabs={[
            { title: short(), to: '#a', current: true },
            { title: long(), to: '#b', current: false },
          ]}
        />
        <Pagination page={2} pages={87} to={(page) => `#${page}`} />
      </Part>
      <Part name="Dialog">
        <Dialog id="sample-dialog" opener={short()} title={short()}>
          <p>{long()}</p>
        </Dialog>
      </Part>
    </>
  );
}
