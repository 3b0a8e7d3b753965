import * as m from '~/paraglide/messages';

const LABELS = {
  guest: m.entry_way_guest,
  password: m.entry_way_password,
  code: m.entry_way_code,
  'magic-link': m.entry_way_magic_link,
  passkey: m.entry_way_passkey,
  oidc: m.entry_way_oidc,
  invitation: m.entry_way_invitation,
};

export function wayInLabel(way: keyof typeof LABELS | null): string {
  return way ? LABELS[way]() : m.entry_way_unknown();
}
