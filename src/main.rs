fn main() {
    for line in std::io::stdin().lines() {
        let value: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = value["text"].as_str().unwrap();
        let report = caveat_lector::engine::analyze(text);
        let mut ruler = caveat_lector::engine::Ruler::new(text, caveat_lector::engine::Unit::CodePoints);
        let findings: Vec<serde_json::Value> = report
            .findings
            .iter()
            .map(|f| {
                let (start, end) = ruler.span(f.span);
                serde_json::json!({"category": f.category(), "kind": f.kind(), "start": start, "end": end, "text": f.span.of(text), "voice": f.voice, "rule": f.entry().id})
            })
            .collect();
        println!("{}", serde_json::json!({"id": value["id"], "findings": findings}));
    }
}
