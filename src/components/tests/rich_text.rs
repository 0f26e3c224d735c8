//! Formatted text: every block and style becomes its element, and no text becomes markup.

use crate::components::rich;
use crate::testing::Place;
use invigil_engine::rich_text::{Block, Href, RichText, Span, Style, Token, TokenKind};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

fn span(text: &str, style: Style) -> Span {
    Span { text: text.to_owned(), style }
}

fn words(text: &str) -> Vec<Span> {
    vec![span(text, Style::Plain)]
}

fn link(address: &str) -> Style {
    Style::Link(Href::parse(address).unwrap())
}

fn code(tokens: &[(TokenKind, &str)]) -> Block {
    let tokens = tokens.iter().map(|(kind, text)| Token { kind: *kind, text: (*text).to_owned() }).collect();
    Block::Code { language: "json".to_owned(), tokens }
}

async fn show(blocks: Vec<Block>) -> Place {
    Place::of(rich(&RichText(blocks))).await
}

fn texts(place: &Place, selector: &str) -> Vec<String> {
    place.all::<Element>(selector).iter().map(|found| found.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn every_block_becomes_its_element() {
    let heading = |level| Block::Heading { level, anchor: format!("at-{level}"), spans: words("Title") };
    let list = |ordered| Block::List { ordered, items: vec![words("one"), words("two")] };
    let table = Block::Table {
        header: vec![words("Call"), words("Cost")],
        rows: vec![vec![words("Get"), words("1")], vec![words("Put"), words("2")]],
    };
    for (block, selector, expected) in [
        (Block::Paragraph(words("Some words.")), ".rich > p", &["Some words."][..]),
        (Block::Paragraph(Vec::new()), ".rich > p", &[""]),
        (heading(1), ".rich > h3#at-1", &["Title"]),
        (heading(2), ".rich > h3#at-2", &["Title"]),
        (heading(3), ".rich > h4#at-3", &["Title"]),
        (heading(6), ".rich > h4#at-6", &["Title"]),
        (list(false), ".rich > ul > li", &["one", "two"]),
        (list(true), ".rich > ol > li", &["one", "two"]),
        (code(&[(TokenKind::Plain, "{ }")]), ".rich > pre > code", &["{ }"]),
        (table.clone(), ".rich table > thead > tr > th", &["Call", "Cost"]),
        (table.clone(), ".rich table > tbody > tr > td", &["Get", "1", "Put", "2"]),
        (table, ".rich table > tbody > tr", &["Get1", "Put2"]),
    ] {
        let place = show(vec![block]).await;
        assert_eq!(texts(&place, selector), expected, "{selector} in {}", place.markup());
    }
}

#[wasm_bindgen_test]
async fn blocks_stand_in_their_order() {
    let place = show(vec![
        Block::Paragraph(words("1")),
        Block::List { ordered: false, items: vec![words("2")] },
        code(&[(TokenKind::Plain, "3")]),
        Block::Paragraph(words("4")),
    ])
    .await;
    let names: Vec<String> = place.all::<Element>(".rich > *").iter().map(Element::tag_name).collect();
    assert_eq!(names, ["P", "UL", "PRE", "P"]);
    assert_eq!(place.words(), "1234");
}

#[wasm_bindgen_test]
async fn every_style_becomes_its_element() {
    let spans = vec![
        span("plain ", Style::Plain),
        span("strong", Style::Strong),
        span("stressed", Style::Emphasis),
        span("GetItem", Style::Code),
        span("docs", link("https://docs.aws.amazon.com/x?a=b&c=d")),
        span(" end", Style::Plain),
    ];
    let place = show(vec![Block::Paragraph(spans)]).await;
    for (selector, text) in
        [("p > strong", "strong"), ("p > em", "stressed"), ("p > code", "GetItem"), ("p > a", "docs")]
    {
        assert_eq!(texts(&place, selector), [text], "{selector}");
    }
    assert_eq!(place.words(), "plain strongstressedGetItemdocs end");
}

#[wasm_bindgen_test]
async fn a_link_leads_out_and_tells_nothing_of_where_it_stood() {
    let address = "https://docs.aws.amazon.com/lambda/?a=\"b\"&c=<d>#e";
    let place = show(vec![Block::Paragraph(vec![span("docs", link(address))])]).await;
    let shown: Element = place.one("a");
    assert_eq!(shown.get_attribute("href").as_deref(), Some(address));
    assert_eq!(shown.get_attribute("target").as_deref(), Some("_blank"));
    let rel = shown.get_attribute("rel").unwrap();
    assert!(["noopener", "noreferrer"].iter().all(|part| rel.split(' ').any(|word| word == *part)), "{rel}");
}

#[wasm_bindgen_test]
async fn text_stays_text_wherever_it_stands() {
    let window = web_sys::window().unwrap();
    let before = js_sys::Reflect::get(&window, &"stolen".into()).unwrap();
    for evil in [
        "<img src=x onerror=\"window.stolen=1\">",
        "<script>window.stolen=1</script>",
        "</p></div><b>out</b>",
        "&lt;b&gt; &amp; &#60;",
        "{{constructor}} ${1} `x`",
    ] {
        let place = show(vec![
            Block::Paragraph(vec![
                span(evil, Style::Plain),
                span(evil, Style::Strong),
                span(evil, Style::Emphasis),
                span(evil, Style::Code),
                span(evil, link("https://a.example/")),
            ]),
            Block::Heading { level: 2, anchor: evil.to_owned(), spans: words(evil) },
            Block::List { ordered: true, items: vec![words(evil)] },
            Block::Table { header: vec![words(evil)], rows: vec![vec![words(evil)]] },
            Block::Code {
                language: evil.to_owned(),
                tokens: vec![Token { kind: TokenKind::Text, text: evil.to_owned() }],
            },
        ])
        .await;
        assert_eq!(texts(&place, "img, script, b"), [] as [String; 0], "{}", place.markup());
        assert_eq!(place.words(), evil.repeat(10));
    }
    assert_eq!(js_sys::Reflect::get(&window, &"stolen".into()).unwrap(), before);
}

#[wasm_bindgen_test]
async fn the_tokens_of_a_code_are_the_code_with_its_white_space() {
    use TokenKind::{Comment, Keyword, Name, Number, Plain, Text};
    let tokens = [
        (Plain, "{\n  "),
        (Name, "\"Effect\""),
        (Plain, ": "),
        (Text, "\"Allow\""),
        (Plain, ",\t"),
        (Keyword, "true"),
        (Number, "-1.5e3"),
        (Comment, "// ends\r\n"),
        (Plain, "}\n"),
    ];
    let place = show(vec![code(&tokens)]).await;
    let source: String = tokens.iter().map(|(_, text)| *text).collect();
    assert_eq!(place.one::<Element>("pre").text_content().unwrap(), source);
    for (class, kind) in [
        ("tok-name", Name),
        ("tok-text", Text),
        ("tok-keyword", Keyword),
        ("tok-number", Number),
        ("tok-comment", Comment),
    ] {
        let expected: Vec<&str> = tokens.iter().filter(|(k, _)| *k == kind).map(|(_, text)| *text).collect();
        assert_eq!(texts(&place, &format!("code > .{class}")), expected, "{class}");
    }
}

#[wasm_bindgen_test]
async fn what_scrolls_can_be_reached_and_has_a_name() {
    let unnamed = Block::Code { language: String::new(), tokens: Vec::new() };
    let table = Block::Table { header: vec![words("Call")], rows: Vec::new() };
    for (block, name) in [(code(&[]), "Code, json"), (unnamed, "Code"), (table, "Table")] {
        let place = show(vec![block]).await;
        let scrolls: HtmlElement = place.one(".scroll");
        assert_eq!(scrolls.tab_index(), 0);
        assert_eq!(scrolls.get_attribute("role").as_deref(), Some("region"));
        assert_eq!(scrolls.get_attribute("aria-label").as_deref(), Some(name));
    }
}
