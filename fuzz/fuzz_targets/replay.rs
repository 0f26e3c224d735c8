//! The record of what happened that a report of a fault may hold: what is read is played, and breaks nothing.
#![no_main]

use invigil_engine::app::replay::{Player, Recorder, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let record = [b"INVR\x01".as_slice(), bytes].concat();
    let Some(events) = read(&record) else { return };
    let (mut recorder, mut again, mut player) = (Recorder::default(), Vec::new(), Player::default());
    for (event, env) in events.clone() {
        again.extend(recorder.record(&event, &env));
        player.play(event, None, &env);
    }
    // Of a file only the hash is on record, so what was read of one may be another's.
    assert!(events.is_empty() || read(&again).is_some_and(|again| again.len() == events.len()));
});
