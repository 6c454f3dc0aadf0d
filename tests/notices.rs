//! Texts that are not English prose get a notice instead of marks, unless marks are asked for.

use caveat_lector::engine::{Notice, analyze, analyze_any_language};

#[test]
fn other_languages_and_binary_data_give_a_notice() {
    let cases = [
        ("", Some(Notice::Empty)),
        (" \n ", Some(Notice::Empty)),
        (&*"\u{1}PK\u{3}\u{4}\u{0}".repeat(50), Some(Notice::NotText)),
        (
            "Le gouvernement envisage de présenter un projet de loi avant la fin du mois, selon plusieurs sources proches du dossier, mais aucune décision définitive n’a été prise.",
            Some(Notice::NotEnglish),
        ),
        (
            "Die Regierung prüft nach Angaben aus Kreisen des Ministeriums, ob sie noch in diesem Jahr einen Entwurf vorlegen kann; eine Entscheidung ist bisher nicht gefallen, hieß es.",
            Some(Notice::NotEnglish),
        ),
        (
            "El gobierno estudia presentar un proyecto de ley antes de fin de mes, según fuentes cercanas al caso, pero por ahora no se ha tomado una decisión definitiva sobre el asunto.",
            Some(Notice::NotEnglish),
        ),
        (
            "Правительство рассматривает возможность внести законопроект до конца месяца, сообщили источники, близкие к переговорам, однако окончательное решение пока ещё не принято, и сроки его принятия остаются неизвестными для всех участников этого процесса.",
            Some(Notice::NotEnglish),
        ),
        (
            "The government is thinking of a bill before the end of the month, and several people close to the matter say so, but no final decision has been made by the cabinet yet.",
            None,
        ),
        ("It may rain.", None),
        // Headlines have few function words.
        (
            "Ferry May Sink\nMinister Resigns\nFuel Prices Rise Again\nCourt Blocks Ban\nTalks Resume\nBank Fined Millions\nPolice Arrest Mayor\nShip Hits Bridge\nStorm Kills Five",
            None,
        ),
        (
            "Ministers weigh closing harbour\nFerry talks may resume\nPolice seek missing boy\nShares fall as banks warn\nRovers win cup\nUnions threaten strike\nTeachers reject offer",
            None,
        ),
        // Names are in no lexicon.
        (
            "Smith v. Jones, Brown v. Board of Education, Roe v. Wade, Miranda v. Arizona, Gideon v. Wainwright, Loving v. Virginia, Obergefell v. Hodges, Marbury v. Madison may be cited.",
            None,
        ),
        (
            "Ana Ruiz, Tom Quill, Lena Huld, Peter Venn, Maria Holm, John Tarn, Eva Lind and Ida Berg attended. Carla Stone, Max Reed, Paul West, Nina Ross may attend later, Jens Moe said.",
            None,
        ),
        (
            "Regeringen overvejer at fremsætte et lovforslag inden månedens udgang, siger kilder tæt på sagen, men der er endnu ikke truffet nogen beslutning, og for mange er det for sent.",
            Some(Notice::NotEnglish),
        ),
        (
            "fn main() {\n    let weather = may();\n    if weather == Rain {\n        println!(\"{}\", could(weather));\n    }\n}",
            Some(Notice::NotText),
        ),
        (
            "def may(x):\n    if x == 1:\n        return could(x)\n    for y in range(10):\n        print(might(y), likely(y))\n",
            Some(Notice::NotText),
        ),
        ("{\"title\": \"may\", \"size\": 5, \"tags\": {\"could\": \"might\"}, \"likely\": true, \"next\": null}", Some(Notice::NotText)),
        ("<div class=\"may\"><p>It may rain.</p></div>\n<div class=\"might\"><p>It might snow.</p></div>", Some(Notice::NotText)),
        ("body { color: black; margin: 0 }\n.may { display: none; }\n.could { float: left; width: 50px; }", Some(Notice::NotText)),
        ("The firm (Tarn) said: \"It may rain\"; the other (Holm) said that it may not (but might). They left; nobody stayed.", None),
    ];
    for (text, notice) in cases {
        assert_eq!(analyze(text).notice, notice, "{text}");
        let any = analyze_any_language(text, None);
        assert_eq!(any.notice, notice.filter(|notice| *notice == Notice::Empty), "{text}");
    }
}
