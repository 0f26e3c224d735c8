//! Papers as the archive keeps them.
#![no_main]

use base64ct::{Base64UrlUnpadded, Encoding};
use invigil_engine::form::Form;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let texts = [Base64UrlUnpadded::encode_string(bytes), String::from_utf8_lossy(bytes).into_owned()];
    for text in texts {
        if let Some(form) = Form::from_record(&text) {
            assert_eq!(Form::from_record(&form.to_record()), Some(form), "{text}");
        }
    }
});
