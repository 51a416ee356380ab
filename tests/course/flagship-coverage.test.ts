/** Every part of Lesson 2.7 is in the course: row by row, with the numbers and names of the source. */
import { describe, expect, it } from 'vitest';
import { block, course, fields, notesOn, ofType, page, pages, said, typed, types } from './flagship.ts';

const titles = (id: string) => block(id).items.map(({ title }) => title);
const definitions = () => new Map(ofType('definition').map((one) => [String(one.id), said(one)]));

describe('Lesson 2.7, part by part', () => {
  it('1: aim and relevance on the first screen and the first page', () => {
    expect(course.aim).toMatch(/Security Council.*women, peace and security \(WPS\).*duties/s);
    expect(pages[0]?.slides).toEqual([1, 2]);
    for (const duty of [
      /human rights/,
      /sexual violence/,
      /victims and survivors/,
      /role model/,
      /free time/,
    ])
      expect(said(pages[0])).toMatch(duty);
  });

  it('2: four outcomes with stable ids, and every question, activity and page names what it serves', () => {
    expect(course.outcomes.map(({ id }) => id)).toEqual([
      'sex-and-gender',
      'impact-of-conflict',
      'women-as-partners',
      'individual-action',
    ]);
    for (const { id } of course.outcomes)
      expect(
        pages.filter(({ outcomes, assessment }) => !assessment && outcomes?.includes(id)).length,
        id,
      ).toBeGreaterThanOrEqual(1);
    expect(pages.filter(({ outcomes }) => !outcomes?.length)).toEqual([]);
    const names = [...Object.keys(types.question), 'sorting-activity'];
    expect(typed.filter(({ value }) => names.includes(String(value.type)) && !value.outcome)).toEqual([]);
  });

  it('3: a lesson of at least 45 minutes, each part with its own', () => {
    expect(pages.reduce((sum, { minutes }) => sum + minutes, 0)).toBeGreaterThanOrEqual(45);
    expect(pages.filter(({ minutes }) => minutes > 10)).toEqual([]);
  });

  it('4: sixteen key messages in their order, each once, each saying its own thing', () => {
    const messages = ofType('key-message');
    expect(messages.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
    const heart: readonly RegExp[] = [
      ...[/your responsibility.*equality.*after a conflict/, /Biology.*sex.*Society.*gender/],
      ...[/every society.*stereotypes.*Member States/, /laws, policies and practices.*mainstreaming/],
      ...[/differently|another way.*women, peace and security \(WPS\) agenda/, /victims.*key partners/],
      ...[/human rights.*last longer/, /bound by law.*human rights.*Security Council/],
      ...[/resolution 1325.*2000/, /participation.*protection.*prevention.*relief and recovery/],
      ...[
        /10 Security Council resolutions.*\(2024\)/,
        /UN agencies, national governments.*women’s organizations/,
      ],
      ...[/gender adviser or a gender unit.*focal points/, /women’s protection advisers.*2\.6/],
      ...[/Each person in peacekeeping/, /All.*human rights.*WPS agenda.*discrimination/],
    ];
    for (const [index, { text }] of messages.entries())
      expect(String(text).replaceAll('*', '').replaceAll('\n', ' '), `key message ${index + 1}`).toMatch(
        heart[index] ?? /never/,
      );
  });

  it('5: the content of eighteen slides, and every page of the lesson names its own', () => {
    const slides = new Set(pages.flatMap((one) => one.slides ?? []));
    expect([...slides].sort((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
    expect(pages.filter((one) => !one.slides && !one.assessment)).toEqual([]);
  });

  // What each of the tips of the source is about, in its order, and the page that teaches the same.
  it.each([
    ['why-this-lesson-matters', [/introductory slides/, /key messages are hard/]],
    ['why-this-lesson-matters', [/2\.7 Learning Support/]],
    ['what-sex-and-gender-mean', [/step by step, not all at once/, /balance.*parity.*equity/]],
    ['what-gender-does', [/childcare, politics, teaching, private business and the military/]],
    ['what-gender-does', [/guided brainstorming/, /translators or interpreters/, /grandparents/]],
    ['gender-stereotypes', [/stereotype/, /during the whole training/]],
    ['gender-equality', [/ask for questions/, /what they think gender equality means/, /flipchart/]],
    ['gender-mainstreaming', [/ECOSOC.*1997/]],
    ['mainstreaming-in-peacekeeping', [/Lesson 2\.4/, /Module 1/, /which effects do men and women share/]],
    ['how-conflict-affects-people', [/life change during and after/, /Child Protection/]],
    ['equality-and-lasting-peace', [/Lesson 2\.3/, /cause and effect/]],
    ['legal-framework', [/Show slide 10/, /Module 1/]],
    ['security-council-resolutions', [/poster/, /\(POC\)/, /need not know the whole set/]],
    ['gender-responsive-policy', [/Gender analysis/, /sex belongs to biology, gender to society/]],
    ['closing', [/sum up the lesson/, /Handout – Summary of Key Messages/]],
  ])('6: the trainer tip of %s is a facilitator note there', (id, tips) => {
    for (const tip of tips) expect(notesOn(id)).toMatch(tip);
  });

  it('7: the required activity, with an explanation of each statement and its classroom version', () => {
    const [activity, ...others] = ofType('sorting-activity');
    expect(others).toEqual([]);
    expect(activity).toMatchObject({ number: '2.7.1', classroom: { minutes: 15 } });
    expect(JSON.stringify(activity)).toMatch(/10 to 15 minutes.*group/s);
    const statements = activity?.statements as { group: string; explanation: string }[];
    for (const group of ['a', 'b'])
      expect(statements.filter((one) => one.group === group).length).toBeGreaterThanOrEqual(3);
  });

  it('8: the core terms, defined with their examples and opened from running text', () => {
    const defined = definitions();
    const core: Readonly<Record<string, readonly RegExp[]>> = {
      sex: [/biology/, /at birth/, /universal/, /Chromosomes, anatomy, hormones/],
      gender: [/socially constructed/, /can change/, /dolls.*weapons/, /president or prime minister/],
      'gender-equality': [/same rights/, /same responsibilities/, /same opportunities/],
      'gender-mainstreaming': [/results are equal/, /integrating a gender perspective/, /ECOSOC\) of 1997/],
    };
    for (const [term, parts] of Object.entries(core))
      for (const part of parts) expect(defined.get(`definition-${term}`), term).toMatch(part);
    const linked = fields.filter(({ value }) => /\]\(#definition-/.test(value));
    expect(linked.length).toBeGreaterThanOrEqual(10);
    const meanings = said(page('what-sex-and-gender-mean'));
    for (const example of [
      /Ancient Egypt/,
      /inheritance/,
      /Two hundred years ago/,
      /peacekeepers/,
      /more than two genders/,
    ])
      expect(meanings).toMatch(example);
  });

  it('9: what gender does, and a question on one’s own society that is kept and never graded', () => {
    for (const does of [/expectations/, /roles/, /rules, norms, customs and practices/])
      expect(said(page('what-gender-does'))).toMatch(does);
    const reflection = page('what-gender-does')?.blocks.find(({ type }) => type === 'reflection');
    for (const work of [/children/, /politics/, /teaching/, /private business/, /military/])
      expect(said(reflection)).toMatch(work);
  });

  it('10: the impact of conflict during and after it, in two columns, with a check', () => {
    const columns = new Map(ofType('comparison').map((one) => [one.title, said(one)]));
    for (const [title, effects] of [
      [
        'During a conflict',
        [
          /food, fuel and water/,
          /join armed groups/,
          /new roles/,
          /care/,
          /bush wives/,
          /Providing/,
          /take up weapons/,
          /force boys/,
        ],
      ],
      [
        'After a conflict',
        [
          /no work/,
          /water stops/,
          /turned away/,
          /prostitution/,
          /informal/,
          /formal peace negotiations/,
          /traumatized/,
          /angry/,
          /never be punished/,
        ],
      ],
    ] as const)
      for (const effect of effects) expect(columns.get(title), title).toMatch(effect);
    expect(said(page('how-conflict-affects-people'))).toMatch(/knowledge-check/);
    for (const shared of [/lives/, /homes/, /landmines/, /live on/])
      expect(said(page('how-conflict-affects-people')?.blocks[0])).toMatch(shared);
  });

  it('11: women as key partners, and the women of Liberia', () => {
    expect(titles('cards-key-partners')).toHaveLength(3);
    for (const known of [/works/, /tensions/, /arms/, /threats/, /combatants/])
      expect(said(page('women-as-key-partners'))).toMatch(known);
    const { title, text } = block('case-liberia');
    const liberia = `${title} ${text}`;
    for (const fact of ['Mass Action for Peace', '2003', 'Leymah Gbowee', 'Nobel Peace Prize', '2011'])
      expect(liberia).toContain(fact);
  });

  it('12: 35 per cent more likely to last at least 15 years, with its source, and what operations do', () => {
    expect(block('figure-lasting-peace')).toMatchObject({ value: '35 %', source: 'cptm-2025-lesson-2-7' });
    expect(block('figure-lasting-peace').text).toMatch(/15 years or longer/);
    expect(titles('steps-greater-equality')).toEqual([
      'Consult',
      'Include in plans',
      'Argue',
      'Make it safe',
    ]);
    for (const harm of [/reconciliation/, /peace process/, /inequality and discrimination/])
      expect(said(page('equality-and-lasting-peace'))).toMatch(harm);
  });

  it('20: zero tolerance has a page of its own', () => {
    for (const part of [
      /money/,
      /mobility/,
      /food and water/,
      /imbalance of power/,
      /zero-tolerance policy/,
      /prohibited/,
      /Lesson 3\.3/,
      /Lesson 3\.4/,
    ])
      expect(said(page('zero-tolerance'))).toMatch(part);
  });

  it('21: the optional activities, by name', () => {
    for (const name of [
      '2.7.2: *Impact of Conflict on Women and Girls*',
      '2.7.3: *Women, Peace, Power - 20 years of UNSCR 1325*',
      '2.7.4: *Equal Treatment – Unequal Results*',
    ])
      expect(notesOn('closing')).toContain(name);
  });

  it('22: a closing page that goes back to the four outcomes, and a content note on the first screen', () => {
    expect(page('closing')?.slides).toEqual([18]);
    for (const { short = 'no short text' } of course.outcomes) expect(said(page('closing'))).toContain(short);
    expect(course.disclaimer).toContain('Content note');
    expect(course.disclaimer).toContain('not a UN publication');
  });

  it('24: references to other lessons, the policy and the resource package, listed at the end', () => {
    const references = said(course.references);
    for (const one of [
      ...['Lesson 2.3', 'Lesson 2.4', 'Lessons 2.5 and 2.6', 'Lesson 2.6', 'Lesson 3.3', 'Lesson 3.4'],
      ...['2.7 Learning Support', 'Resource Package', 'Collecting and Utilizing Data', '2024', 'ECOSOC'],
    ])
      expect(references).toContain(one);
    expect(page('closing')?.blocks.map(({ type }) => type)).toContain('references');
  });

  it('is illustrated where a picture explains, with a text for each picture', () => {
    expect(ofType('image').length).toBeGreaterThanOrEqual(5);
    for (const { alt } of ofType('image')) expect(String(alt).length).toBeGreaterThan(30);
  });
});
