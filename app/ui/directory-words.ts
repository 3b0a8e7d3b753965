import type { Way, Worry } from '~/lib/help-kinds';
import * as m from '~/paraglide/messages';

const worries: Record<Worry, () => string> = {
  death: m.directory_worry_death,
  feeling: m.directory_worry_feeling,
  alone: m.directory_worry_alone,
  violence: m.directory_worry_violence,
  child: m.directory_worry_child,
  youth: m.directory_worry_youth,
  family: m.directory_worry_family,
  elder: m.directory_worry_elder,
  illness: m.directory_worry_illness,
  money: m.directory_worry_money,
  work: m.directory_worry_work,
  consumer: m.directory_worry_consumer,
  online: m.directory_worry_online,
  office: m.directory_worry_office,
  'foreign-language': m.directory_worry_foreign_language,
};
const ways: Record<Way, () => string> = {
  phone: m.directory_way_phone,
  chat: m.directory_way_chat,
  sns: m.directory_way_sns,
  mail: m.directory_way_mail,
  writing: m.directory_way_writing,
  web: m.directory_way_web,
  visit: m.directory_way_visit,
};

export function worryWord(worry: Worry): string {
  return worries[worry]();
}

export function wayWord(way: Way): string {
  return ways[way]();
}
