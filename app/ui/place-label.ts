type Place = { prefectureName: string; cityName: string | null; name: string };

/** "大阪府 堺市 堺区": a place with what it lies in, as many share a name. */
export function placeLabel({ prefectureName, cityName, name }: Place): string {
  return [prefectureName, cityName, name].filter(Boolean).join(' ');
}
