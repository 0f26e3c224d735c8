//! Addresses and exam links: what is read is written and read again as the same.
#![no_main]

use invigil_engine::route::Route;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for fragment in [text.to_owned(), format!("#/exam?{text}")] {
        let route = Route::parse(&fragment);
        if !matches!(route, Route::BadLink(..) | Route::NotFound(_)) {
            assert_eq!(Route::parse(&route.to_string()), route, "{fragment}");
        }
    }
});
