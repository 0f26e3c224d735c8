//! What the tests share: dice that always fall the same, and classes made with them.

pub(crate) mod plain;
pub(crate) mod world;

use invigil_engine::ids::{OptionId, OptionSet};
use invigil_engine::share::class::{ClassForm, ClassInput, ClassItem, ClassPerson};
use invigil_engine::share::handed::{Handed, HandedAnswer, HandedPaper};
use world::Dice;

impl Dice {
    pub(crate) fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }
}

pub(crate) fn set(letters: &str) -> OptionSet {
    OptionSet::from_letters(letters).unwrap()
}

pub(crate) fn handed(name: &str, answers: Vec<HandedAnswer>) -> Handed {
    Handed {
        name: name.to_owned(),
        paper: HandedPaper::Exam("b=dva".to_owned()),
        started: 1_796_117_400_000,
        limit: Some(130),
        reveals: false,
        expired: false,
        used: answers.iter().fold(0, |used, answer| answer.seconds.saturating_add(used)),
        changed: 0,
        asked: invigil_engine::ids::Fingerprint(7),
        answers,
    }
}

pub(crate) fn answer(letters: &str) -> HandedAnswer {
    HandedAnswer { chosen: set(letters), flagged: false, visited: true, seconds: 60 }
}

/// A question of four options and the first domain, with this key.
pub(crate) fn item(id: &str, key: &str) -> ClassItem {
    ClassItem {
        id: id.to_owned(),
        revision: 1,
        about: format!("About {id}"),
        domain: Some(0),
        scored: true,
        options: 4,
        key: set(key),
    }
}

/// One form with these keys, and people who gave these answers, with spaces between and `-` for none.
pub(crate) fn class(keys: &[&str], people: &[&str]) -> ClassInput {
    let items = keys.iter().enumerate().map(|(place, key)| item(&format!("q/{place}"), key)).collect();
    let form = ClassForm {
        id: "form-1".to_owned(),
        title: "Form 1".to_owned(),
        domains: vec!["First".to_owned(), "Second".to_owned()],
        items,
    };
    let person = |answers: &&str| {
        let answers = answers.split(' ').map(|letters| answer(letters.trim_matches('-'))).collect();
        ClassPerson { form: 0, handed: handed("Somebody", answers) }
    };
    ClassInput { forms: vec![form], people: people.iter().map(person).collect() }
}

/// Any class of one to three forms and up to sixty people: what is right goes with ability, keys have up to three
/// letters, some questions do not count, some stand in several forms, and some answers fit no form.
pub(crate) fn any_class(seed: u64) -> ClassInput {
    let mut dice = Dice::new(seed);
    let forms: Vec<ClassForm> = (0..=dice.below(3)).map(|place| any_form(&mut dice, place)).collect();
    let people = dice.below(61);
    let people = (0..people).map(|_| any_person(&mut dice, &forms)).collect();
    ClassInput { forms, people }
}

fn any_form(dice: &mut Dice, place: u32) -> ClassForm {
    let items = (0..=dice.below(30)).map(|_| {
        let options = 2 + dice.below(7) as u8;
        let mut key = OptionSet::EMPTY;
        for _ in 0..=dice.below(3) {
            key = key.with(OptionId::from_index(dice.below(u32::from(options)) as u8).unwrap());
        }
        let id = format!("bank/{}", dice.below(80));
        let domain = (!dice.one_in(6)).then(|| dice.below(4) as u8);
        ClassItem { options, key, domain, scored: !dice.one_in(7), ..item(&id, "a") }
    });
    ClassForm {
        id: format!("form-{place}"),
        title: format!("Form {place}"),
        items: items.collect(),
        domains: ["One", "Two", "Three"].map(str::to_owned).to_vec(),
    }
}

fn any_person(dice: &mut Dice, forms: &[ClassForm]) -> ClassPerson {
    let beyond = u32::from(dice.one_in(20));
    let form = dice.below(forms.len() as u32 + beyond);
    let ability = dice.share();
    let items = forms.get(form as usize).map(|form| form.items.as_slice()).unwrap_or_default();
    let mut answers: Vec<HandedAnswer> = items
        .iter()
        .map(|item| {
            let random: OptionSet =
                (0..item.options).filter_map(OptionId::from_index).filter(|_| dice.one_in(3)).collect();
            let chosen = if dice.share() < ability { item.key } else { random };
            let chosen = if dice.one_in(15) { OptionSet::EMPTY } else { chosen };
            HandedAnswer {
                chosen,
                flagged: dice.one_in(5),
                visited: !dice.one_in(9),
                seconds: dice.below(300),
            }
        })
        .collect();
    if dice.one_in(25) {
        answers.pop();
    }
    ClassPerson { form: form as u16, handed: handed("Somebody", answers) }
}
