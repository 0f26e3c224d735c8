//! Small classes, reckoned by hand.

use crate::support::{class, set};
use invigil_class::reckon;
use invigil_engine::share::class::{ClassInput, Estimate, MOST_HANDED, PersonReport};

/// Scores 4, 3, 2, 1 and 0 of four: a perfect scale.
fn scale() -> ClassInput {
    class(&["a", "a", "a", "a"], &["a a a a", "a a a b", "a a b b", "a b b b", "b b b -"])
}

#[test]
fn a_perfect_scale_is_as_by_hand() {
    let report = reckon(&scale());
    let form = &report.forms[0];
    assert_eq!((form.people, form.counted, form.mean), (5, 4, 500));
    // Shares 1, .75, .5, .25, 0: squares about .5 sum to .625, over four .15625, its root .3953.
    assert_eq!(form.spread, Some(395));
    assert_eq!(form.tenths, [1, 0, 1, 0, 0, 1, 0, 1, 0, 1]);
    // p .8, .6, .4, .2: Σpq = .16 + .24 + .24 + .16 = .8; σ² = 10/5 = 2; 4/3 · (1 − .4) = .8.
    // F(4, 12) at 97.5 percent is 4.1212, at 2.5 percent 1/8.7512 = .11427: 1 − .2 · 4.1212 = .17576, 1 − .2 · .11427.
    assert_eq!(form.kr20, Some(Estimate { value: 800, low: 176, high: 977 }));
    // .39528 · √.2.
    assert_eq!(form.error, Some(177));
    // The first question, 1 1 1 1 0, beside 3 2 1 0 0: n = 5, Σx = 4, Σy = 6, Σy² = 14, Σxy = 6:
    // (30 − 24) / √(4 · 34) = .5145; artanh .5689 ∓ 1.96/√2 = −.8170 and 1.9548; tanh −.6735 and .9607.
    let first = &form.items[0];
    assert_eq!(first.discrimination, Some(Estimate { value: 514, low: -673, high: 961 }));
    assert_eq!((first.right, first.unanswered, first.upper_lower), (4, 0, None), "fewer than ten");
    // 4 of 5: (8 + 3.8416 ∓ 1.96 √(3.8416 + 3.2)) / (2 · 8.8416).
    assert_eq!(first.facility, Estimate { value: 800, low: 376, high: 964 });
    // The last: 1 0 0 0 0 beside 3 3 2 1 0: (15 − 9) / √(4 · 34); b by the middle three: Σy 6, (30 − 27) / √(6 · 34).
    let last = &form.items[3];
    assert_eq!((last.unanswered, last.discrimination.unwrap().value), (1, 514));
    assert_eq!((last.options[1].chosen, last.options[1].correlation), (3, Some(210)));
    assert_eq!((last.options[2].chosen, last.options[2].correlation), (0, None));
    assert_eq!(report.people[1], PersonReport { right: 3, counted: 4, domains: vec![(3, 4), (0, 0)] });
}

#[test]
fn a_question_that_does_not_count_is_held_against_all_that_do() {
    let mut input = scale();
    input.forms[0].items[3].scored = false;
    let report = reckon(&input);
    let form = &report.forms[0];
    // Scores 3, 3, 2, 1, 0 of three.
    assert_eq!((form.counted, form.mean), (3, 600));
    // 1 0 0 0 0 beside 3 3 2 1 0: (15 − 9) / √(4 · 34), the same as when it counted, since it was left out then.
    assert_eq!(form.items[3].discrimination.unwrap().value, 514);
    assert_eq!(report.people[0], PersonReport { right: 3, counted: 3, domains: vec![(3, 3), (0, 0)] });
    // 9 of 15: (18 + 3.8416 ∓ 1.96 √(3.8416 + 14.4)) / 37.6832, by way of hundredths of a percent: .3575 and .8018.
    assert_eq!(form.domains, [Some(Estimate { value: 600, low: 358, high: 802 }), None]);
}

#[test]
fn an_answer_is_right_if_it_is_the_key_whole_and_alone() {
    let report = reckon(&class(&["ac"], &["ac", "a", "abc", "c", "-"]));
    let item = &report.forms[0].items[0];
    assert_eq!((item.asked, item.right, item.unanswered), (5, 1, 1));
    assert_eq!(item.options.iter().map(|option| option.chosen).collect::<Vec<_>>(), [3, 1, 3, 0]);
    let nothing = reckon(&class(&[""], &["-", "a"]));
    assert_eq!(nothing.forms[0].items[0].right, 0, "no answer is wrong, even where there is no key");
}

#[test]
fn the_best_are_held_against_the_weakest_from_ten_people_on() {
    let ten = ["a a a", "a a a", "a a a", "a a b", "a a b", "b a b", "b a b", "b b b", "b b b", "b b b"];
    let item = |input: &ClassInput, place: usize| reckon(input).forms[0].items[place].upper_lower;
    let input = class(&["a", "a", "a"], &ten);
    assert_eq!([0, 1, 2].map(|place| item(&input, place)), [Some(1000); 3]);
    // Of nine, none. With one more of three right, four share the three places of the best.
    assert_eq!(item(&class(&["a", "a", "a"], &ten[1..]), 0), None);
    let tied = ["a a a", "a a b", "a a b", "a a b", "a b a", "b b a", "b b a", "b b b", "b b b", "b b b"];
    // The best: the first, and two places for four with two right, of whom three have the second question right.
    assert_eq!(
        item(&class(&["a", "a", "a"], &tied), 1),
        Some((1000.0_f64 * (1.0 + 2.0 * 0.75) / 3.0).round() as i32)
    );
}

#[test]
fn who_does_not_fit_is_left_out() {
    let mut input = scale();
    input.people[1].form = 7;
    input.people[2].handed.answers.pop();
    let report = reckon(&input);
    assert_eq!((report.left_out, report.forms[0].people, report.people.len()), (2, 3, 5));
    assert_eq!(report.people[1], PersonReport::default());
    let mut many = scale();
    many.people = std::iter::repeat_n(many.people[0].clone(), MOST_HANDED + 3).collect();
    assert_eq!((reckon(&many).left_out, reckon(&many).forms[0].people), (3, 1000));
    let long = class(&["a"; 201], &[&["a"; 201].join(" ")]);
    assert_eq!((reckon(&long).left_out, reckon(&long).forms[0].items.len()), (1, 201));
}

#[test]
fn what_cannot_be_reckoned_is_not() {
    let alone = reckon(&class(&["a", "b"], &["a a"]));
    let form = &alone.forms[0];
    assert_eq!((form.mean, form.spread, form.kr20, form.error), (500, None, None, None));
    let alike = reckon(&class(&["a", "b"], &["a a"; 12]));
    let form = &alike.forms[0];
    assert_eq!((form.spread, form.kr20, form.error), (Some(0), None, None));
    assert_eq!((form.items[0].discrimination, form.items[0].upper_lower), (None, Some(0)));
    let nobody = reckon(&class(&["a"], &[]));
    let form = &nobody.forms[0];
    assert_eq!((form.people, form.mean, form.tenths.as_slice()), (0, 0, [0; 10].as_slice()));
    assert_eq!(form.items[0].facility, Estimate { value: 0, low: 0, high: 1000 }, "it may be any");
    assert_eq!(form.items[0].warnings, []);
}

#[test]
fn questions_in_several_forms_are_taken_together() {
    let mut input = class(&["a", "b"], &["a b", "a a", "c b"]);
    let mut second = input.forms[0].clone();
    second.items.swap(0, 1);
    second.items.remove(0);
    second.items[0].key = set("c");
    input.forms.push(second);
    let mut person = input.people[0].clone();
    person.form = 1;
    person.handed.answers = vec![crate::support::answer("c")];
    input.people.push(person);
    let report = reckon(&input);
    assert_eq!(report.across.len(), 1, "the other question stands in one form");
    let across = &report.across[0];
    assert_eq!((across.id.as_str(), across.forms, across.asked, across.right), ("q/0", 2, 4, 3));
    assert_eq!((across.facility.value, across.about.as_str()), (750, "About q/0"));
}

#[test]
fn times_are_of_those_who_opened_the_question() {
    let mut input = class(&["a"], &["a", "a", "a", "-"]);
    for (person, seconds) in input.people.iter_mut().zip([10, 30, 95, 0]) {
        person.handed.answers[0].seconds = seconds;
    }
    input.people[3].handed.answers[0].visited = false;
    assert_eq!(reckon(&input).forms[0].items[0].seconds, 30);
}
