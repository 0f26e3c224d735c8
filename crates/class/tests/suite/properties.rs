//! What holds of every class.

use crate::support::world::Dice;
use crate::support::{any_class, handed, item};
use invigil_class::{Names, Table, reckon, table};
use invigil_engine::ids::{OptionId, OptionSet};
use invigil_engine::packed::Packed as _;
use invigil_engine::share::class::{
    ClassForm, ClassInput, ClassItem, ClassPerson, ClassReport, Estimate, FormReport, ItemReport,
};
use invigil_engine::share::handed::HandedAnswer;

const TABLES: [Table; 4] =
    [Table::AnswersCsv, Table::AnswersJsonLines, Table::QuestionsCsv, Table::QuestionsJsonLines];

#[test]
fn the_order_in_which_people_handed_in_changes_nothing_but_theirs() {
    for seed in 0..200 {
        let input = any_class(seed);
        let mut dice = Dice::new(seed);
        let mut places: Vec<usize> = (0..input.people.len()).collect();
        for last in (1..places.len()).rev() {
            places.swap(last, dice.below(last as u32 + 1) as usize);
        }
        let people = places.iter().map(|place| input.people[*place].clone()).collect();
        let (before, after) = (reckon(&input), reckon(&ClassInput { forms: input.forms.clone(), people }));
        assert_eq!(
            (&before.forms, &before.across, before.left_out),
            (&after.forms, &after.across, after.left_out)
        );
        let moved: Vec<_> = places.iter().map(|place| before.people[*place].clone()).collect();
        assert_eq!(moved, after.people);
    }
}

#[test]
fn two_forms_apart_say_what_they_say_together() {
    for seed in 0..100 {
        let input = any_class(seed);
        let report = reckon(&input);
        for (place, form) in input.forms.iter().enumerate() {
            let of_form = |person: &&ClassPerson| usize::from(person.form) == place;
            let mut people: Vec<_> = input.people.iter().filter(of_form).cloned().collect();
            for person in &mut people {
                person.form = 0;
            }
            let alone = reckon(&ClassInput { forms: vec![form.clone()], people });
            assert_eq!(alone.forms[0], report.forms[place]);
        }
    }
}

fn check_estimate(figure: Estimate, least: i32) {
    assert!(figure.low <= figure.value && figure.value <= figure.high, "{figure:?}");
    assert!(figure.low >= least && figure.high <= 1000, "{figure:?}");
}

fn check_item(item: &ItemReport) {
    assert!(item.right <= item.asked && item.unanswered + item.right <= item.asked);
    check_estimate(item.facility, 0);
    item.discrimination.into_iter().for_each(|figure| check_estimate(figure, -1000));
    assert!(item.upper_lower.is_none_or(|index| (-1000..=1000).contains(&index)), "{item:?}");
    assert!(item.options.len() <= 8);
    for option in &item.options {
        assert!(option.chosen <= item.asked - item.unanswered);
        assert!(option.correlation.is_none_or(|figure| (-1000..=1000).contains(&figure)));
    }
}

fn check_form(form: &FormReport) {
    assert!((0..=1000).contains(&form.mean) && form.tenths.len() == 10);
    let counted: u32 = form.tenths.iter().sum();
    assert_eq!(counted, if form.counted > 0 { form.people } else { 0 });
    // The largest spread is that of one half with nothing and the other with all: √(n/(n − 1)) / 2.
    assert!(form.spread.is_none_or(|spread| (0..=708).contains(&spread)), "{form:?}");
    form.kr20.into_iter().for_each(|figure| check_estimate(figure, i32::MIN));
    assert!(form.error.is_none_or(|error| error >= 0));
    form.domains.iter().flatten().for_each(|figure| check_estimate(*figure, 0));
    form.items.iter().for_each(check_item);
}

fn check_report(input: &ClassInput, report: &ClassReport) {
    assert_eq!((report.forms.len(), report.people.len()), (input.forms.len(), input.people.len()));
    let people: u32 = report.forms.iter().map(|form| form.people).sum();
    assert_eq!((people + report.left_out) as usize, input.people.len());
    for (form, found) in input.forms.iter().zip(&report.forms) {
        assert_eq!((form.items.len(), form.domains.len()), (found.items.len(), found.domains.len()));
        check_form(found);
    }
    for person in &report.people {
        assert!(person.right <= person.counted && person.domains.iter().all(|(right, asked)| right <= asked));
    }
    report.across.iter().for_each(|across| check_estimate(across.facility, 0));
}

fn wild_text(dice: &mut Dice) -> String {
    const SIGNS: [char; 16] =
        ['a', ' ', ',', '"', '\n', '\r', '\t', '\\', '=', '-', '\'', '\0', '\u{1f}', 'ß', '\u{2028}', '🦀'];
    (0..dice.below(6)).map(|_| SIGNS[dice.below(16) as usize]).collect()
}

fn wild_set(dice: &mut Dice) -> OptionSet {
    (0..8).filter_map(OptionId::from_index).filter(|_| dice.one_in(3)).collect()
}

fn wild_form(dice: &mut Dice) -> ClassForm {
    let items = (0..dice.below(7)).map(|_| ClassItem {
        id: wild_text(dice),
        revision: dice.bits() as u16,
        about: wild_text(dice),
        domain: dice.one_in(2).then(|| dice.bits() as u8),
        scored: dice.one_in(2),
        options: if dice.one_in(2) { dice.below(9) as u8 } else { dice.bits() as u8 },
        key: wild_set(dice),
    });
    let items = items.collect();
    let domains = (0..dice.below(4)).map(|_| wild_text(dice)).collect();
    ClassForm { id: wild_text(dice), title: wild_text(dice), domains, items }
}

fn wild_person(dice: &mut Dice, forms: &[ClassForm]) -> ClassPerson {
    let form = if dice.one_in(12) { dice.bits() as u16 } else { dice.below(forms.len() as u32) as u16 };
    let many = forms.get(usize::from(form)).map_or(3, |form| form.items.len());
    let many = if dice.one_in(12) { dice.below(9) as usize } else { many };
    let answers = (0..many).map(|_| HandedAnswer {
        chosen: wild_set(dice),
        flagged: dice.one_in(2),
        visited: dice.one_in(2),
        seconds: if dice.one_in(2) { u32::MAX } else { dice.below(100) },
    });
    let mut handed = handed("", answers.collect());
    handed.name = wild_text(dice);
    handed.started = if dice.one_in(2) { dice.bits().cast_signed() } else { 0 };
    handed.limit = dice.one_in(2).then(|| dice.bits() as u32);
    ClassPerson { form, handed }
}

#[test]
fn whatever_the_input_it_is_reckoned_and_written() {
    for seed in 0..600 {
        let mut dice = Dice::new(seed);
        let forms: Vec<ClassForm> = (0..dice.below(4)).map(|_| wild_form(&mut dice)).collect();
        let people = (0..dice.below(40)).map(|_| wild_person(&mut dice, &forms)).collect();
        let input = ClassInput { forms, people };
        let report = reckon(&input);
        check_report(&input, &report);
        assert_eq!(ClassReport::from_bytes(&report.to_bytes()).as_ref(), Some(&report));
        for kind in TABLES {
            table(&input, &report, kind, Names::Kept);
            table(&input, &ClassReport::default(), kind, Names::LeftOut);
        }
    }
    (0..300).map(any_class).for_each(|input| check_report(&input, &reckon(&input)));
}

#[test]
fn a_report_of_the_largest_class_holds_its_bounds() {
    let items: Vec<ClassItem> = (0..200).map(|_| item("the same", "a")).collect();
    let form = ClassForm { items, domains: vec![String::new()], ..ClassForm::default() };
    let mut dice = Dice::new(1);
    let people = (0..1000).map(|place| {
        let chosen = |dice: &mut Dice| if dice.below(1000) < place { "a" } else { "b" };
        let answers = (0..200).map(|_| crate::support::answer(chosen(&mut dice))).collect();
        ClassPerson { form: u16::from(place % 2 == 1), handed: handed("", answers) }
    });
    let people: Vec<ClassPerson> = people.collect();
    let one_form: Vec<ClassPerson> =
        people.iter().cloned().map(|person| ClassPerson { form: 0, ..person }).collect();
    for people in [people, one_form] {
        let input = ClassInput { forms: vec![form.clone(), form.clone()], people };
        check_report(&input, &reckon(&input));
    }
}
