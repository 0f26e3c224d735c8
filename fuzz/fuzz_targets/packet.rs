//! Codes of papers and answers: as text; as content in a code that is whole; and papers of any text.
#![no_main]

use arbitrary::Arbitrary;
use invigil_engine::packed::Packed as _;
use invigil_engine::share::packet::Opened;
use invigil_engine::share::paper::{PaperOrder, PaperPacket};
use invigil_formats::{Kind, hand, make, open, pack, unpack};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Input<'a> {
    Code(&'a str),
    Content(bool, &'a [u8]),
    Paper(&'a str, &'a str, Option<u32>, bool, Vec<u8>),
    Order(&'a str, &'a str),
}

fuzz_target!(|input: Input<'_>| match input {
    Input::Code(text) => {
        for header in ["", "p1d", "a1n"] {
            let text = [header, text].concat();
            if let Ok((kind, content)) = unpack(&text) {
                let code = pack(kind, &content).unwrap();
                assert_eq!(unpack(&code), Ok((kind, content)));
            }
            look(open(&text));
        }
    }
    Input::Content(paper, bytes) => {
        let kind = if paper { Kind::Paper } else { Kind::Answers };
        let code = pack(kind, bytes).unwrap();
        assert_eq!(unpack(&code), Ok((kind, bytes.to_vec())));
        look(open(&code));
    }
    Input::Paper(title, text, minutes, reveals, wanted) => {
        let (title, text, line) = (title.to_owned(), text.to_owned(), String::new());
        let packet = PaperPacket { title, line, minutes, reveals, wanted, text };
        look(open(&pack(Kind::Paper, &packet.to_bytes()).unwrap()));
    }
    Input::Order(title, text) => {
        let order = PaperOrder { title: title.to_owned(), text: text.to_owned(), ..PaperOrder::default() };
        let Some(made) = make(&order) else { return };
        let (Opened::Paper(keyed), Opened::Paper(assigned)) = (open(&made.keyed), open(&made.assignment)) else {
            panic!("{made:?}");
        };
        assert_eq!(keyed.fingerprint, assigned.fingerprint);
        assert_eq!(keyed.form().unwrap().len(), assigned.form().unwrap().len());
    }
});

/// What was opened can be used.
fn look(opened: Opened) {
    match opened {
        Opened::Paper(paper) => {
            let form = paper.form().unwrap();
            assert!(form.len() > 0);
        }
        Opened::Handed(handed) => assert!(hand(&handed).is_some()),
        Opened::Refused(_) => {}
    }
}
