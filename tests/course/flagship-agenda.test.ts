/** What Lesson 2.7 says of law, policy, partners and roles is in the course: rows 13 to 19, with names and tasks. */
import { describe, expect, it } from 'vitest';
import { bestWay, gradeOfEnd } from '../../src/questions/scenario/path.ts';
import { block, notesOn, ofType, page, said } from './flagship.ts';

const titles = (id: string) => block(id).items.map(({ title }) => title);
interface Story {
  readonly scenes: readonly {
    readonly id: string;
    readonly grade?: number;
    readonly choices?: readonly {
      readonly id: string;
      readonly next: string;
      readonly consequence: string;
    }[];
  }[];
}

/** Each entry of a list says what the source says of it. */
function expectContents(id: string, contents: Readonly<Record<string, readonly RegExp[]>>): void {
  expect(titles(id)).toEqual(Object.keys(contents));
  for (const { title, text } of block(id).items)
    for (const content of contents[title] ?? []) expect(text, title).toMatch(content);
}

describe('Lesson 2.7, its agenda', () => {
  it('13: eight instruments in the order of their years', () => {
    expect(block('timeline-instruments').items.map(({ date, title }) => [date, title])).toEqual([
      ['1948', 'Universal Declaration of Human Rights (UDHR)'],
      ['1966', 'International Covenant on Civil and Political Rights (ICCPR)'],
      ['1966', 'International Covenant on Economic, Social and Cultural Rights (ICESCR)'],
      ['1979', 'Convention on the Elimination of all Forms of Discrimination Against Women (CEDAW)'],
      ['1993', 'Declaration on the Elimination of Violence against Women'],
      ['1995', 'Beijing Platform for Action'],
      ['1997', 'Agreed Conclusions of ECOSOC Coordination Segment on Gender Mainstreaming'],
      ['2000', 'Windhoek Declaration and Namibia Plan of Action'],
    ]);
  });

  it('14: ten resolutions with their years, each with what it brought', () => {
    const brought: Readonly<Record<string, readonly RegExp[]>> = {
      '1325 (2000)': [/fully and on equal terms/, /prevented and solved/, /building peace/, /four pillars/],
      '1820 (2008)': [/strengthens 1325/, /tactic of war/],
      '1888 (2009)': [/follows up on 1820/, /women protection advisers/, /Special Representative.*SRSG-SVC/],
      '1889 (2009)': [/indicators/, /measure progress/],
      '1960 (2010)': [/monitoring, analysis and reporting arrangements.*MARA/, /CRSV/],
      '2106 (2013)': [/Protection/, /CRSV/],
      '2122 (2013)': [/Participation/, /every level/],
      '2242 (2015)': [/gender analysis/, /all its phases/, /drawdown/, /senior leaders.*accountable/],
      '2467 (2019)': [/justice and accountability/, /civil society/, /gaps/, /local, national and regional/],
      '2493 (2019)': [/nine resolutions before/, /Action for Peacekeeping/, /Secretary-General/],
    };
    const told = block('timeline-resolutions').items.map(
      ({ date, title, text }) => [`${/^Resolution (\d+)/.exec(title)?.[1]} (${date})`, text] as const,
    );
    expect(told.map(([name]) => name)).toEqual(Object.keys(brought));
    for (const [name, text] of told)
      for (const content of brought[name] ?? []) expect(text, name).toMatch(content);
  });

  it('15: four pillars, each with what it asks for', () => {
    expectContents('cards-pillars', {
      Participation: [/same terms/, /local, national, regional and international/],
      Protection: [/rights/, /sexual and gender-based violence/],
      Prevention: [/No form of violence/, /impunity/, /prevent conflict/],
      'Relief and recovery': [/special needs/i, /leaders/],
    });
  });

  it('16: the policy of 2024: who complies, four principles, parity, analysis, data by sex and age', () => {
    for (const who of [/military.*police.*civilians/, /field.*headquarters/, /Contractors.*consultants/])
      expect(said(page('gender-responsive-policy'))).toMatch(who);
    expectContents('cards-principles', {
      Accountability: [/uniform/, /civilian/, /senior leaders/],
      Inclusiveness: [/Men, women, boys, girls and other groups/, /needs and priorities/],
      'Equality and non-discrimination': [/benefit/],
      'Full, equal and meaningful participation of women': [
        /people who act for them/,
        /influence the result/,
      ],
    });
    for (const id of ['gender-parity', 'gender-analysis', 'disaggregated-data'])
      expect(ofType('definition').map((one) => one.id)).toContain(`definition-${id}`);
    for (const strategy of ['System-wide Gender Parity Strategy', 'Uniformed Gender Parity Strategy'])
      expect(said(page('gender-responsive-policy'))).toContain(strategy);
    expect(said(page('gender-responsive-policy'))).toMatch(/knowledge-check/);
  });

  it('17: partners by name, with abbreviations that are spelt out', () => {
    const [united, state, civil] = block('list-partners').groups;
    expect(united?.items.map(({ text, short }) => short ?? text)).toEqual([
      ...['UN Women', 'SRSG-SVC', 'UNFPA', 'UNDP', 'OHCHR'],
    ]);
    expect(said(state)).toMatch(/National governments.*defence.*police/);
    expect(civil?.items).toHaveLength(5);
    expect(said(civil)).toMatch(/Non-governmental.*Women’s.*Feminist.*communities.*Faith-based/);
    for (const point of [/duty bearers/, /overlooked/, /every\*\* peace table/, /hold partners to account/])
      expect(said(page('partnerships'))).toMatch(point);
  });

  it('18: every role with its tasks, and a question that matches them', () => {
    expectContents('accordion-roles', {
      'Gender adviser': [/strategic advice.*SRSG.*HOM/, /all components/, /host country/],
      'Gender unit': [
        ...[/senior leaders/, /gender policy/, /civilian, police, military/, /gender-responsive/],
        ...[/Gender Parity.*headquarters/, /academia and think tanks/, /rotations/],
        ...[
          /governance/,
          /human rights/,
          /DDR/,
          /SSR&G/,
          /mine action/,
          /corrections/,
          /SGBV/,
          /POC/,
          /CRSV/,
        ],
      ],
      'Gender or WPS focal points': [/gender unit/, /entry points/, /skills and knowledge/, /data/],
      'Women’s protection advisers': [/CRSV/, /military, police and civilian/, /Lesson 2\.6/],
      'Military gender adviser': [/FHQ/, /force commander/, /bridge/, /action plan/],
      'Military gender focal points': [/early warning/, /survivors of CRSV/, /patrols/, /every month/],
      'Police gender adviser': [/HOPC/, /UNPOL/, /host State/],
      'Police gender focal points': [/team sites/, /police commissioner/, /mentoring/, /equal numbers/],
      'Focal points for gender parity': [/WPS agenda/],
    });
    expect(said(page('roles-in-the-mission'))).toMatch(/"type":"matching"/);
  });

  it('18: how military and police implement the mandate, engagement teams, other units', () => {
    expect(titles('tabs-components')).toEqual(['Military component', 'Police component']);
    const work = said(page('military-and-police'));
    for (const part of [
      /strategic, operational and tactical/,
      /early warning/,
      /quick impact projects/,
      /Public order/,
    ])
      expect(work).toMatch(part);
    expect(block('figure-engagement-teams')).toMatchObject({ value: '50 %' });
    expect(work).toMatch(/Office of Military Affairs.*In time, every infantry battalion/);
    expect(notesOn('military-and-police')).toMatch(/2000/);
    expect(block('list-units').groups.flatMap(({ items }) => items.map(({ text }) => text))).toEqual([
      ...['Political affairs', 'Civil affairs', 'Human rights', 'Child protection'],
      'Disarmament, demobilization and reintegration',
      ...['Humanitarian affairs', 'Security officers', 'Military', 'UN Police'],
    ]);
    expect(titles('cards-kinds-of-work')).toHaveLength(4);
  });

  it('19: six actions with what they ask for, and a scenario in which all of them are chosen', () => {
    expectContents('steps-actions', {
      '1. Consult widely': [/women and with men/, /elderly/, /What threatens it/, /leaders/, /vulnerable/],
      '2. Promote equality': [/help, services, jobs and contracts/, /as many women as men/],
      '3. Observe carefully': [/food, fuel and water/, /special measures/, /way to school/],
      '4. Investigate properly': [/separately/, /female peacekeepers/, /interview teams/, /interpreters/],
      '5. Report accurately': [/checklist/, /sex and age/, /Collecting and Utilizing Data/],
      '6. Behave respectfully': [/dignity/, /power/, /exploit/],
    });
    const scenario = ofType('scenario').find(({ id }) => id === 'check-on-patrol') as unknown as Story;
    // On the way to the best end, each action is chosen and its effect explained.
    const { steps } = bestWay(scenario, (one, other) => gradeOfEnd(one.end) > gradeOfEnd(other.end));
    const effects = scenario.scenes.flatMap(({ id, choices = [] }) =>
      choices.filter((choice) => steps.includes(id + choice.id)).map(({ consequence }) => consequence),
    );
    for (const action of ['Consult', 'Promote', 'Observe', 'Investigate', 'Report', 'Behave'])
      expect(effects.filter((effect) => effect.includes(`**${action}`)).length, action).toBe(1);
    const ends = scenario.scenes.filter(({ choices }) => !choices).map(({ grade }) => grade);
    expect(ends.sort()).toEqual([0, 0.5, 1]);
  });
});
