import type { Store } from '~/db/store.server';
import { recordAudit } from '~/domain/audit/record-audit.server';
import { changeGroup, type ChangeGroup } from '~/domain/regions/change-group.server';
import {
  changeMembers,
  type ChangedMembers,
  type ChangeMembers,
} from '~/domain/regions/change-members.server';
import { endGroup } from '~/domain/regions/end-group.server';
import { makeGroup, type MakeGroup } from '~/domain/regions/make-group.server';
import { askForRecounts } from './recount-areas.server';

// Each deed with its line in the log, and with the figures of the group counted anew where they change.

type By = { actorId: string; at: Date };
type Group = ChangeGroup['group'];

const subject = (id: string) => ({ subjectKind: 'region-group', subjectId: id });

export async function makeNewGroup(store: Store, { actorId, ...group }: MakeGroup & By) {
  return store.tx(async (db) => {
    const made = await makeGroup(db, group);
    if (!made) return;
    const { id, at, kind } = group;
    await recordAudit(db, {
      at,
      actorId,
      action: 'region-group.make',
      ...subject(id),
      detail: { kind },
    });
  });
}

export async function changeGroupFacts(store: Store, { actorId, at, ...facts }: ChangeGroup & By) {
  return store.tx(async (db) => {
    if (!(await changeGroup(db, facts))) return;
    const { id } = facts.group;
    await recordAudit(db, { at, actorId, action: 'region-group.change', ...subject(id) });
  });
}

export async function changeGroupMembers(
  store: Store,
  { actorId, at, ...change }: ChangeMembers & By,
): Promise<ChangedMembers> {
  return store.tx(async (db) => {
    const changed = await changeMembers(db, change);
    if (!changed.ok || changed.added.length + changed.removed.length === 0) return changed;
    const { id } = change.group;
    const { added, removed } = changed;
    await recordAudit(db, {
      at,
      actorId,
      action: 'region-group.members',
      ...subject(id),
      detail: { added, removed },
    });
    await askForRecounts(db, { areaCodes: [id], at });
    return changed;
  });
}

export async function endGroupForGood(store: Store, { group, actorId, at }: { group: Group } & By) {
  return store.tx(async (db) => {
    if (!(await endGroup(db, { group, at }))) return;
    await recordAudit(db, { at, actorId, action: 'region-group.end', ...subject(group.id) });
  });
}
