"""The rules that run unless a configuration turns them off."""

from __future__ import annotations

from jlint.rules.artifact.assistant_talk import AssistantTalk
from jlint.rules.artifact.citation_stub import CitationStub
from jlint.rules.artifact.conflict_marker import ConflictMarker
from jlint.rules.artifact.continuation_label import ContinuationLabel
from jlint.rules.artifact.control_character import ControlCharacter
from jlint.rules.artifact.decomposed_kana import DecomposedKana
from jlint.rules.artifact.empty_section import EmptySection
from jlint.rules.artifact.end_marker import EndMarker
from jlint.rules.artifact.fenced_article import FencedArticle
from jlint.rules.artifact.heading_at_end import HeadingAtEnd
from jlint.rules.artifact.impossible_figure import ImpossibleFigure
from jlint.rules.artifact.invisible_character import InvisibleCharacter
from jlint.rules.artifact.kangxi_radical import KangxiRadical
from jlint.rules.artifact.leaked_prompt import LeakedPrompt
from jlint.rules.artifact.mojibake import Mojibake
from jlint.rules.artifact.placeholder import Placeholder
from jlint.rules.artifact.private_use_character import PrivateUseCharacter
from jlint.rules.artifact.replacement_character import ReplacementCharacter
from jlint.rules.artifact.second_front_matter import SecondFrontMatter
from jlint.rules.artifact.self_reference import SelfReference
from jlint.rules.artifact.starts_mid_sentence import StartsMidSentence
from jlint.rules.artifact.text_cut_off import TextCutOff
from jlint.rules.artifact.tool_output import ToolOutput
from jlint.rules.contract.base import Rule
from jlint.rules.front_matter.assistant_talk_in_front_matter import AssistantTalkInFrontMatter
from jlint.rules.front_matter.boilerplate_excerpt import BoilerplateExcerpt
from jlint.rules.front_matter.date_shifts_in_time_zone import DateShiftsInTimeZone
from jlint.rules.front_matter.date_unlike_file_name import DateUnlikeFileName
from jlint.rules.front_matter.excerpt_cut_off import ExcerptCutOff
from jlint.rules.front_matter.excerpt_same_as_title import ExcerptSameAsTitle
from jlint.rules.front_matter.file_name_mismatch import FileNameMismatch
from jlint.rules.front_matter.front_matter_duplicate import FrontMatterDuplicate
from jlint.rules.front_matter.front_matter_empty import FrontMatterEmpty
from jlint.rules.front_matter.front_matter_invalid import FrontMatterInvalid
from jlint.rules.front_matter.front_matter_mismatch import FrontMatterMismatch
from jlint.rules.front_matter.front_matter_missing import FrontMatterMissing
from jlint.rules.front_matter.glued_title_template import GluedTitleTemplate
from jlint.rules.front_matter.invalid_date import InvalidDate
from jlint.rules.front_matter.length_note import LengthNote
from jlint.rules.front_matter.markdown_in_front_matter import MarkdownInFrontMatter
from jlint.rules.front_matter.misplaced_front_matter import MisplacedFrontMatter
from jlint.rules.front_matter.reading_time_mismatch import ReadingTimeMismatch
from jlint.rules.front_matter.title_cut_off import TitleCutOff
from jlint.rules.front_matter.unopened_bracket_in_title import UnopenedBracketInTitle
from jlint.rules.grammar.doubled_honorific import DoubledHonorific
from jlint.rules.grammar.dropped_ra import DroppedRa
from jlint.rules.grammar.lone_tari import LoneTari
from jlint.rules.markdown.accidental_heading import AccidentalHeading
from jlint.rules.markdown.broken_link_syntax import BrokenLinkSyntax
from jlint.rules.markdown.dead_local_link import DeadLocalLink
from jlint.rules.markdown.dead_post_link import DeadPostLink
from jlint.rules.markdown.heading_without_space import HeadingWithoutSpace
from jlint.rules.markdown.unclosed_fence import UnclosedFence
from jlint.rules.markdown.undefined_footnote import UndefinedFootnote
from jlint.rules.markdown.unknown_container import UnknownContainer
from jlint.rules.markdown.unpaired_emphasis import UnpairedEmphasis
from jlint.rules.markdown.unrendered_emphasis import UnrenderedEmphasis
from jlint.rules.markdown.unused_footnote import UnusedFootnote
from jlint.rules.notation.dictionary_term import DictionaryTerm
from jlint.rules.notation.misspelt_product_name import MisspeltProductName
from jlint.rules.notation.mixed_digit_grouping import MixedDigitGrouping
from jlint.rules.notation.mixed_numeral_script import MixedNumeralScript
from jlint.rules.notation.mixed_variant import MixedVariant
from jlint.rules.notation.nested_bracket import NestedBracket
from jlint.rules.notation.unclosed_bracket import UnclosedBracket
from jlint.rules.notation.weekday_mismatch import WeekdayMismatch
from jlint.rules.repetition.duplicate_excerpt import DuplicateExcerpt
from jlint.rules.repetition.duplicate_title import DuplicateTitle
from jlint.rules.repetition.near_copy import NearCopy
from jlint.rules.repetition.repeated_heading import RepeatedHeading
from jlint.rules.repetition.repeated_passage import RepeatedPassage
from jlint.rules.repetition.repeated_sentence import RepeatedSentence
from jlint.rules.repetition.repeated_title import RepeatedTitle
from jlint.rules.repetition.sentence_said_before import SentenceSaidBefore
from jlint.rules.repetition.short_repeated_passage import ShortRepeatedPassage
from jlint.rules.style.mixed_politeness import MixedPoliteness
from jlint.rules.style.repeated_sentence_ending import RepeatedSentenceEnding
from jlint.rules.suppression.unknown_suppression import UnknownSuppression
from jlint.rules.suppression.unused_suppression import UnusedSuppression
from jlint.rules.typo.broken_idiom import BrokenIdiom
from jlint.rules.typo.confused_kanji import ConfusedKanji
from jlint.rules.typo.doubled_character import DoubledCharacter
from jlint.rules.typo.doubled_fragment import DoubledFragment
from jlint.rules.typo.doubled_particle import DoubledParticle
from jlint.rules.typo.doubled_word import DoubledWord
from jlint.rules.typo.foreign_letter import ForeignLetter
from jlint.rules.typo.foreign_word import ForeignWord
from jlint.rules.typo.known_misspelling import KnownMisspelling
from jlint.rules.typo.missing_character import MissingCharacter
from jlint.rules.typo.missing_particle import MissingParticle
from jlint.rules.typo.misspelt_katakana import MisspeltKatakana
from jlint.rules.typo.simplified_chinese_letter import SimplifiedChineseLetter
from jlint.rules.typo.stranded_prefix import StrandedPrefix
from jlint.rules.typo.surplus_character import SurplusCharacter
from jlint.rules.typo.surplus_particle import SurplusParticle
from jlint.rules.typo.swapped_characters import SwappedCharacters

ON_BY_DEFAULT: tuple[type[Rule], ...] = (
    # typo
    DoubledCharacter,
    DoubledFragment,
    DoubledWord,
    DoubledParticle,
    ForeignLetter,
    ForeignWord,
    SimplifiedChineseLetter,
    KnownMisspelling,
    BrokenIdiom,
    StrandedPrefix,
    MissingCharacter,
    MissingParticle,
    MisspeltKatakana,
    SurplusCharacter,
    SurplusParticle,
    SwappedCharacters,
    ConfusedKanji,
    # repetition
    RepeatedPassage,
    ShortRepeatedPassage,
    RepeatedSentence,
    SentenceSaidBefore,
    NearCopy,
    RepeatedHeading,
    RepeatedTitle,
    DuplicateTitle,
    DuplicateExcerpt,
    # front-matter
    FrontMatterInvalid,
    FrontMatterMissing,
    FrontMatterEmpty,
    FrontMatterDuplicate,
    FrontMatterMismatch,
    MarkdownInFrontMatter,
    GluedTitleTemplate,
    TitleCutOff,
    UnopenedBracketInTitle,
    LengthNote,
    AssistantTalkInFrontMatter,
    ExcerptCutOff,
    ExcerptSameAsTitle,
    BoilerplateExcerpt,
    InvalidDate,
    DateUnlikeFileName,
    DateShiftsInTimeZone,
    FileNameMismatch,
    ReadingTimeMismatch,
    MisplacedFrontMatter,
    # artifact
    EndMarker,
    ConflictMarker,
    LeakedPrompt,
    AssistantTalk,
    Placeholder,
    ContinuationLabel,
    CitationStub,
    FencedArticle,
    SecondFrontMatter,
    ToolOutput,
    ImpossibleFigure,
    ControlCharacter,
    InvisibleCharacter,
    PrivateUseCharacter,
    ReplacementCharacter,
    Mojibake,
    TextCutOff,
    StartsMidSentence,
    EmptySection,
    HeadingAtEnd,
    KangxiRadical,
    DecomposedKana,
    SelfReference,
    # notation
    UnclosedBracket,
    MixedDigitGrouping,
    WeekdayMismatch,
    DictionaryTerm,
    MixedNumeralScript,
    MixedVariant,
    NestedBracket,
    MisspeltProductName,
    # grammar
    LoneTari,
    DroppedRa,
    DoubledHonorific,
    # style
    MixedPoliteness,
    RepeatedSentenceEnding,
    # markdown
    UnpairedEmphasis,
    UnrenderedEmphasis,
    DeadPostLink,
    DeadLocalLink,
    AccidentalHeading,
    HeadingWithoutSpace,
    UnclosedFence,
    UnknownContainer,
    BrokenLinkSyntax,
    UndefinedFootnote,
    UnusedFootnote,
    # suppression
    UnknownSuppression,
    UnusedSuppression,
)
