//! The steps of the week, in the order of time.

use super::words::{self, Words};
use super::{Deed, Logged, Source, Step};

/// A version without tags and aliases, for the steps that name neither.
const fn logged(
    version: Source,
    artifact_type: &'static str,
    description: &'static Words,
    metadata: &'static str,
    files: &'static [(&'static str, u64)],
    run: &'static str,
    inputs: &'static [(&'static str, u32)],
) -> Logged {
    Logged { version, artifact_type, description, metadata, tags: &[], aliases: &[], files, run, inputs }
}

const fn assistant(number: u32) -> Source {
    Source("language", "support-assistant", "assistant", number)
}

const fn transcripts(number: u32) -> Source {
    Source("language", "support-assistant", "transcripts", number)
}

const fn detector(number: u32) -> Source {
    Source("vision", "surface-defects", "defect-detector", number)
}

const WEIGHTS: &[(&str, u64)] =
    &[("config.json", 1_842), ("model.safetensors", 2_471_645_608), ("tokenizer.json", 7_031_645)];

const CHECKPOINT: &[(&str, u64)] = &[("checkpoint.pt", 184_302_114), ("optimizer.pt", 368_611_902)];

pub(super) const STEPS: &[Step] = &[
    Step(119, "mina.park", Deed::Project("language", "support-assistant")),
    Step(118, "priya.raman", Deed::Project("vision", "surface-defects")),
    Step(117, "seojun.kim", Deed::Project("platform", "speech")),
    Step(116, "tomasz.zielinski", Deed::Project("platform", "release-gates")),
    Step(115, "tomasz.zielinski", Deed::Protect("Production_Models", "production")),
    Step(114, "mina.park", Deed::Protect("Evaluation Sets", "frozen")),
    Step(
        112,
        "lucia.fernandez",
        Deed::Log(Logged {
            tags: &["anonymized"],
            ..logged(
                transcripts(0),
                "dataset",
                &words::TRANSCRIPTS,
                r#"{"conversations": 48210, "languages": ["en", "es", "ko"], "split": {"train": 0.9, "validation": 0.1}}"#,
                &[("train.jsonl", 412_008_311), ("validation.jsonl", 45_790_112), ("README.md", 2_310)],
                "collect-q1",
                &[],
            )
        }),
    ),
    Step(
        110,
        "mina.park",
        Deed::Log(Logged {
            aliases: &["reviewed"],
            ..logged(
                Source("language", "support-assistant", "assistant-eval", 0),
                "dataset",
                &words::QUESTIONS,
                r#"{"questions": 600, "languages": ["en", "es", "ko"], "judge": "human"}"#,
                &[("questions.jsonl", 1_204_882), ("references.jsonl", 3_870_214)],
                "",
                &[],
            )
        }),
    ),
    Step(
        109,
        "mina.park",
        Deed::Collection("Evaluation Sets", "assistant-eval", "dataset", &words::EVALUATION, &["assistant"]),
    ),
    Step(
        108,
        "mina.park",
        Deed::Link(
            Source("language", "support-assistant", "assistant-eval", 0),
            "Evaluation Sets",
            "assistant-eval",
            &["frozen"],
        ),
    ),
    Step(
        104,
        "lucia.fernandez",
        Deed::Log(logged(
            assistant(0),
            "model",
            &words::FIRST_RUN,
            r#"{"base": "open-chat-1b", "epochs": 1, "loss": 1.842, "eval": {"accuracy": 0.612, "refusals": 0.081}}"#,
            WEIGHTS,
            "finetune-1",
            &[("transcripts", 0)],
        )),
    ),
    Step(
        98,
        "lucia.fernandez",
        Deed::Log(logged(
            assistant(1),
            "model",
            &words::LONGER_CONTEXT,
            r#"{"base": "open-chat-1b", "epochs": 2, "loss": 1.517, "eval": {"accuracy": 0.671, "refusals": 0.064}}"#,
            WEIGHTS,
            "finetune-2",
            &[("transcripts", 0)],
        )),
    ),
    Step(
        96,
        "lucia.fernandez",
        Deed::Log(logged(
            transcripts(1),
            "dataset",
            &words::MORE_TRANSCRIPTS,
            r#"{"conversations": 91377, "languages": ["en", "es", "ko"], "split": {"train": 0.9, "validation": 0.1}}"#,
            &[("train.jsonl", 780_215_540), ("validation.jsonl", 86_702_319), ("README.md", 2_655)],
            "collect-q2",
            &[("transcripts", 0)],
        )),
    ),
    Step(
        92,
        "lucia.fernandez",
        Deed::Log(logged(
            assistant(2),
            "model",
            &words::BOTH_QUARTERS,
            r#"{"base": "open-chat-1b", "epochs": 2, "loss": 1.288, "eval": {"accuracy": 0.734, "refusals": 0.041}}"#,
            WEIGHTS,
            "finetune-3",
            &[("transcripts", 1)],
        )),
    ),
    Step(
        90,
        "tomasz.zielinski",
        Deed::Collection(
            "Production_Models",
            "support-assistant",
            "model",
            &words::ASSISTANT,
            &["assistant", "customer-facing"],
        ),
    ),
    Step(89, "mina.park", Deed::Link(assistant(0), "Production_Models", "support-assistant", &[])),
    Step(88, "mina.park", Deed::Link(assistant(1), "Production_Models", "support-assistant", &[])),
    Step(87, "mina.park", Deed::Link(assistant(2), "Production_Models", "support-assistant", &["candidate"])),
    Step(86, "tomasz.zielinski", Deed::Alias("Production_Models", "support-assistant", 2, "production")),
    Step(
        80,
        "yuki.tanaka",
        Deed::Log(logged(
            Source("vision", "surface-defects", "inspection-images", 0),
            "dataset",
            &words::INSPECTION_IMAGES,
            r#"{"images": 18204, "classes": ["scratch", "dent", "stain"], "camera": "line 2"}"#,
            &[("images/part-0.tar", 1_910_224_384), ("images/part-1.tar", 1_887_109_120), ("labels.json", 12_440_913)],
            "",
            &[],
        )),
    ),
    Step(
        78,
        "yuki.tanaka",
        Deed::Log(logged(
            detector(0),
            "checkpoint",
            &words::TEN_EPOCHS,
            r#"{"epoch": 10, "map50": 0.581, "lr": 0.001}"#,
            CHECKPOINT,
            "detector-night-1",
            &[("inspection-images", 0)],
        )),
    ),
    Step(
        72,
        "yuki.tanaka",
        Deed::Log(logged(
            detector(1),
            "checkpoint",
            &words::TWENTY_EPOCHS,
            r#"{"epoch": 20, "map50": 0.664, "lr": 0.0005}"#,
            CHECKPOINT,
            "detector-night-2",
            &[("inspection-images", 0)],
        )),
    ),
    Step(71, "yuki.tanaka", Deed::Link(detector(0), "Vision Checkpoints", "defect-detector", &[])),
    Step(70, "yuki.tanaka", Deed::Link(detector(1), "Vision Checkpoints", "defect-detector", &["best"])),
    Step(
        66,
        "seojun.kim",
        Deed::Log(Logged {
            tags: &["한국어"],
            ..logged(
                Source("platform", "speech", "voice-corpus", 0),
                "dataset",
                &words::RECORDINGS,
                r#"{"hours": 120.5, "speakers": 842, "sample_rate": 16000}"#,
                &[("녹음/part-0.tar", 3_012_886_528), ("전사.jsonl", 58_220_417)],
                "",
                &[],
            )
        }),
    ),
    Step(65, "seojun.kim", Deed::Collection("음성 데이터셋", "상담 음성", "dataset", &words::SPEECH, &["한국어"])),
    Step(
        64,
        "seojun.kim",
        Deed::Link(Source("platform", "speech", "voice-corpus", 0), "음성 데이터셋", "상담 음성", &["기준"]),
    ),
    Step(
        52,
        "lucia.fernandez",
        Deed::Log(logged(
            assistant(3),
            "model",
            &words::CITATIONS,
            r#"{"base": "open-chat-1b", "epochs": 3, "loss": 1.094, "eval": {"accuracy": 0.791, "refusals": 0.033}}"#,
            WEIGHTS,
            "finetune-4",
            &[("transcripts", 1)],
        )),
    ),
    Step(50, "mina.park", Deed::Link(assistant(3), "Production_Models", "support-assistant", &["candidate"])),
    Step(
        46,
        "seojun.kim",
        Deed::Log(logged(
            Source("platform", "release-gates", "red-team-report", 0),
            "report",
            &words::FINDINGS,
            r#"{"prompts": 412, "failures": 9, "severity": {"high": 0, "medium": 3, "low": 6}}"#,
            &[("report.md", 48_120), ("prompts.jsonl", 310_772)],
            "red-team-11",
            &[],
        )),
    ),
    Step(
        45,
        "seojun.kim",
        Deed::Link(
            Source("platform", "release-gates", "red-team-report", 0),
            "Safety_Reviews",
            "support-assistant-findings",
            &["open"],
        ),
    ),
    Step(44, "tomasz.zielinski", Deed::Alias("Production_Models", "support-assistant", 3, "production")),
    Step(
        30,
        "lucia.fernandez",
        Deed::Log(Logged {
            aliases: &["best"],
            ..logged(
                assistant(4),
                "model",
                &words::FEWER_REFUSALS,
                r#"{"base": "open-chat-1b", "epochs": 3, "loss": 1.021, "eval": {"accuracy": 0.823, "refusals": 0.017}}"#,
                WEIGHTS,
                "finetune-5",
                &[("transcripts", 1)],
            )
        }),
    ),
    Step(28, "mina.park", Deed::Link(assistant(4), "Production_Models", "support-assistant", &["candidate"])),
    Step(26, "jiwoo.han", Deed::Link(assistant(4), "Safety_Reviews", "support-assistant", &["under-review"])),
    Step(
        20,
        "ci-runner",
        Deed::Log(logged(
            Source("platform", "release-gates", "latency-benchmark", 0),
            "benchmark",
            &words::REQUESTS,
            r#"{"requests": 20000, "p95_ms": 840}"#,
            &[("requests.jsonl", 96_310_004)],
            "nightly-gates",
            &[],
        )),
    ),
    Step(18, "mina.park", Deed::Collection("Evaluation Sets", "latency", "benchmark", &words::LATENCY, &[])),
    Step(
        12,
        "jiwoo.han",
        Deed::Link(
            Source("platform", "release-gates", "latency-benchmark", 0),
            "Evaluation Sets",
            "latency",
            &["current"],
        ),
    ),
    Step(10, "ada.okafor", Deed::Link(transcripts(1), "Datasets", "support-transcripts", &["approved"])),
    Step(9, "jiwoo.han", Deed::Link(assistant(4), "Models", "support-assistant", &["approved"])),
    Step(
        6,
        "yuki.tanaka",
        Deed::Log(logged(
            Source("vision", "surface-defects", "image-embeddings", 0),
            "embedding",
            &words::EMBEDDINGS,
            r#"{"dimensions": 256, "images": 18204}"#,
            &[("embeddings.npy", 18_641_024)],
            "try-embeddings",
            &[("inspection-images", 0), ("defect-detector", 1)],
        )),
    ),
    Step(
        5,
        "yuki.tanaka",
        Deed::Link(Source("vision", "surface-defects", "image-embeddings", 0), "Playground", "image-embeddings", &[]),
    ),
    Step(2, "tomasz.zielinski", Deed::Alias("Production_Models", "support-assistant", 4, "production")),
];
