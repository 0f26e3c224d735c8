//! Answers that were handed in: any sitting comes back as the same answers, and bytes from outside do no harm.

use crate::support::bank::Bank;
use crate::support::cases;
use invigil_engine::draw::{DrawSpec, Pool, draw};
use invigil_engine::form::Form;
use invigil_engine::grade::grade;
use invigil_engine::ids::{GuideId, OptionId, OptionSet, Position, SittingId};
use invigil_engine::packed::Packed as _;
use invigil_engine::seed::Seed;
use invigil_engine::share::class::ClassInput;
use invigil_engine::share::draft::Draft;
use invigil_engine::share::handed::Handed;
use invigil_engine::share::packet::Opened;
use invigil_engine::share::paper::{MadePaper, PaperOrder, PaperPacket};
use invigil_engine::sitting::{Act, Sitting};
use invigil_engine::time::{DurationMs, Minutes, UnixMillis};
use proptest::prelude::*;
use std::rc::Rc;

fn form(length: u32, seed: u64) -> Rc<Form> {
    let bank = Bank::usual();
    let guide = GuideId::parse("dva-c03").unwrap();
    let seed = Seed::from_entropy(seed);
    let spec =
        DrawSpec { guide: guide.clone(), length, topics: Vec::new(), seed, pool: Pool::Open, only: None };
    let drawn = draw(&bank.index, &spec, None).unwrap();
    let (_, guide) = bank.index.guide(&guide).unwrap();
    Rc::new(Form::assemble(bank.shelf(), guide, &[], seed, false, &drawn).unwrap())
}

/// What a candidate does: where, which act, and how long after the act before.
fn acts() -> impl Strategy<Value = Vec<(u16, u8, u8, i64)>> {
    prop::collection::vec((0_u16..12, 0_u8..4, any::<u8>(), 0_i64..200_000), 0..60)
}

fn sitting(form: &Rc<Form>, acts: &[(u16, u8, u8, i64)], limit: Option<i32>, submits: bool) -> Sitting {
    let id = SittingId::new(UnixMillis(1_797_325_200_000), 7);
    let mut sitting = Sitting::start(id, Rc::clone(form), limit.map(Minutes), UnixMillis(1_797_325_200_000));
    let mut at = 0;
    for (place, act, bits, after) in acts {
        at += after;
        let position = Position(*place);
        let act = match act {
            0 => Act::Visited(position),
            1 => Act::Flagged(position, bits & 1 == 1),
            _ => {
                let option = OptionId::from_index(bits % 4).unwrap();
                Act::Answered(position, OptionSet::EMPTY.with(option))
            }
        };
        sitting.record(DurationMs(at), act);
    }
    sitting.record(DurationMs(at), if submits { Act::Submitted } else { Act::Expired });
    sitting
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_sitting_comes_back_from_its_answers(
        acts in acts(),
        limit in prop::option::of(1_i32..300),
        submits in any::<bool>(),
        name in ".{0,80}",
    ) {
        let form = form(12, 3);
        let sat = sitting(&form, &acts, limit, submits);
        let handed = Handed::of(&sat, &name, "").unwrap();
        prop_assert!(handed.is_sound());
        let bytes = handed.to_bytes();
        prop_assert_eq!(Handed::from_bytes(&bytes), Some(handed.clone()));
        let again = handed.sitting(&form).unwrap();
        prop_assert_eq!(grade(&again), grade(&sat));
        for position in sat.positions() {
            prop_assert_eq!(again.answer(position), sat.answer(position));
            prop_assert_eq!(again.is_flagged(position), sat.is_flagged(position));
            let close = |one: DurationMs, other: DurationMs| (one.0 - other.0).abs() <= 1000;
            prop_assert!(close(again.spent(position), sat.spent(position)));
        }
        prop_assert_eq!(again.ended().map(|(ending, _)| ending), sat.ended().map(|(ending, _)| ending));
        // Sent on, it is the same again, but for the answers changed on the way.
        let sent_on = Handed::of(&again, &name, "").unwrap();
        prop_assert_eq!(sent_on.answers.len(), handed.answers.len());
        // On another paper it says so.
        let other = self::form(11, 3);
        prop_assert!(handed.sitting(&other).is_none());
    }

    #[test]
    fn bytes_from_outside_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let handed = Handed::from_bytes(&bytes);
        if let Some(handed) = &handed {
            prop_assert_eq!(Handed::from_bytes(&handed.to_bytes()), Some(handed.clone()));
            let _ = (handed.is_sound(), handed.sitting(&form(12, 3)), handed.link());
        }
        let _ = (PaperPacket::from_bytes(&bytes), Draft::from_bytes(&bytes), Opened::from_bytes(&bytes));
        let _ = (PaperOrder::from_bytes(&bytes), MadePaper::from_bytes(&bytes), ClassInput::from_bytes(&bytes));
    }
}
