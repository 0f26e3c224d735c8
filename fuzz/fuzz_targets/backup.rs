//! Backup files.
#![no_main]

use invigil_engine::store::backup::Backup;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(backup) = Backup::parse(text) {
        let written = backup.to_text();
        assert_eq!(Backup::parse(&written).map(|again| again.to_text()), Ok(written), "{text}");
    }
});
