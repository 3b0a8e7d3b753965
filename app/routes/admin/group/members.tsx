import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';

type Member = { code: string; name: string };
type MembersProps = {
  members: Member[];
  query: string;
  found: (Member & { isMember: boolean })[];
  more: boolean;
  mayChange: boolean;
  refused: string[] | null;
};

/** The members of a group, and a search for more of them. */
export function Members(props: MembersProps) {
  const { members, mayChange, refused } = props;
  return (
    <Card as="section" className="stack">
      <h2>{m.areas_group_members_title()}</h2>
      {refused ? (
        <Notice kind="error" role="alert">
          <p>{refused.join(' ')}</p>
        </Notice>
      ) : null}
      {members.length === 0 ? (
        <p>{m.areas_group_members_empty()}</p>
      ) : (
        <DataTable
          caption={m.areas_group_members_title()}
          captionHidden
          columns={memberColumns(mayChange)}
          rows={members.map((member) => [
            member.name,
            member.code,
            ...(mayChange
              ? [
                  <ChangeMember key="change" member={member} intent="remove">
                    {m.areas_group_remove()}
                  </ChangeMember>,
                ]
              : []),
          ])}
        />
      )}
      <p className="small">{m.areas_group_members_note()}</p>
      {mayChange ? <Search {...props} /> : null}
    </Card>
  );
}

function memberColumns(mayChange: boolean) {
  return [
    { title: m.areas_group_member() },
    { title: m.areas_group_member_code() },
    ...(mayChange ? [{ title: m.areas_group_member_change() }] : []),
  ];
}

type ChangeMemberProps = { member: Member; intent: 'add' | 'remove'; children: ReactNode };

function ChangeMember({ member, intent, children }: ChangeMemberProps) {
  const { code, name } = member;
  const label = intent === 'add' ? m.areas_group_add_named : m.areas_group_remove_named;
  return (
    <form method="post" action="?">
      <input type="hidden" name="code" value={code} />
      <Button
        kind={intent === 'add' ? 'second' : 'quiet'}
        name="intent"
        value={intent}
        aria-label={label({ name })}
      >
        {children}
      </Button>
    </form>
  );
}

function Search({ query, found, more }: MembersProps) {
  return (
    <div className="stack-s" id="search">
      <form method="get" action="#search" role="search" className="stack-s">
        <label className="field-label" htmlFor="q">
          {m.areas_group_search()}
        </label>
        <div id="q-hint" className="field-hint">
          {m.areas_group_search_hint()}
        </div>
        <div className="row">
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            defaultValue={query}
            maxLength={100}
            aria-describedby="q-hint"
          />
          <Button kind="second">{m.areas_group_search_submit()}</Button>
        </div>
      </form>
      {query && found.length === 0 ? (
        <p role="status">{m.areas_group_found_none({ query })}</p>
      ) : null}
      {found.length > 0 ? (
        <DataTable
          caption={m.areas_group_found({ query })}
          columns={memberColumns(true)}
          rows={found.map((place) => [
            place.name,
            place.code,
            place.isMember ? (
              m.areas_group_member_already()
            ) : (
              <ChangeMember key="change" member={place} intent="add">
                {m.areas_group_add()}
              </ChangeMember>
            ),
          ])}
        />
      ) : null}
      {more ? <p className="small">{m.areas_group_found_more()}</p> : null}
    </div>
  );
}
