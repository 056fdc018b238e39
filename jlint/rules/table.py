"""Every rule there is, in the order in which rules.yaml and `jlint rules` list them."""

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
from jlint.rules.artifact.leftover_todo import LeftoverTodo
from jlint.rules.artifact.mojibake import Mojibake
from jlint.rules.artifact.over_anonymized_name import OverAnonymizedName
from jlint.rules.artifact.placeholder import Placeholder
from jlint.rules.artifact.private_use_character import PrivateUseCharacter
from jlint.rules.artifact.replacement_character import ReplacementCharacter
from jlint.rules.artifact.second_front_matter import SecondFrontMatter
from jlint.rules.artifact.starts_mid_sentence import StartsMidSentence
from jlint.rules.artifact.text_cut_off import TextCutOff
from jlint.rules.artifact.tool_output import ToolOutput
from jlint.rules.base import Rule
from jlint.rules.front_matter.assistant_talk_in_front_matter import AssistantTalkInFrontMatter
from jlint.rules.front_matter.boilerplate_excerpt import BoilerplateExcerpt
from jlint.rules.front_matter.date_shifts_in_time_zone import DateShiftsInTimeZone
from jlint.rules.front_matter.date_unlike_file_name import DateUnlikeFileName
from jlint.rules.front_matter.date_without_time_zone import DateWithoutTimeZone
from jlint.rules.front_matter.excerpt_cut_off import ExcerptCutOff
from jlint.rules.front_matter.excerpt_same_as_title import ExcerptSameAsTitle
from jlint.rules.front_matter.file_name_mismatch import FileNameMismatch
from jlint.rules.front_matter.front_matter_duplicate import FrontMatterDuplicate
from jlint.rules.front_matter.front_matter_empty import FrontMatterEmpty
from jlint.rules.front_matter.front_matter_invalid import FrontMatterInvalid
from jlint.rules.front_matter.front_matter_mismatch import FrontMatterMismatch
from jlint.rules.front_matter.front_matter_missing import FrontMatterMissing
from jlint.rules.front_matter.future_date import FutureDate
from jlint.rules.front_matter.glued_title_template import GluedTitleTemplate
from jlint.rules.front_matter.invalid_date import InvalidDate
from jlint.rules.front_matter.length_note import LengthNote
from jlint.rules.front_matter.markdown_in_front_matter import MarkdownInFrontMatter
from jlint.rules.front_matter.reading_time_mismatch import ReadingTimeMismatch
from jlint.rules.front_matter.title_cut_off import TitleCutOff
from jlint.rules.front_matter.unopened_bracket_in_title import UnopenedBracketInTitle
from jlint.rules.grammar.double_negative import DoubleNegative
from jlint.rules.grammar.dropped_i import DroppedI
from jlint.rules.grammar.dropped_ra import DroppedRa
from jlint.rules.grammar.lone_tari import LoneTari
from jlint.rules.grammar.misused_word import MisusedWord
from jlint.rules.grammar.repeated_ga import RepeatedGa
from jlint.rules.grammar.repeated_particle import RepeatedParticle
from jlint.rules.grammar.superfluous_re import SuperfluousRe
from jlint.rules.grammar.wrong_sou import WrongSou
from jlint.rules.markdown.bold_in_heading import BoldInHeading
from jlint.rules.markdown.dead_post_link import DeadPostLink
from jlint.rules.markdown.empty_element import EmptyElement
from jlint.rules.markdown.skipped_heading_level import SkippedHeadingLevel
from jlint.rules.markdown.unpaired_emphasis import UnpairedEmphasis
from jlint.rules.markdown.unrendered_emphasis import UnrenderedEmphasis
from jlint.rules.notation.comma_as_decimal_point import CommaAsDecimalPoint
from jlint.rules.notation.dictionary_term import DictionaryTerm
from jlint.rules.notation.doubled_space import DoubledSpace
from jlint.rules.notation.full_width_alphanumeric import FullWidthAlphanumeric
from jlint.rules.notation.full_width_space_in_katakana import FullWidthSpaceInKatakana
from jlint.rules.notation.half_width_katakana import HalfWidthKatakana
from jlint.rules.notation.half_width_space_after_mark import HalfWidthSpaceAfterMark
from jlint.rules.notation.kanji_adverb import KanjiAdverb
from jlint.rules.notation.kanji_auxiliary_verb import KanjiAuxiliaryVerb
from jlint.rules.notation.kanji_formal_noun import KanjiFormalNoun
from jlint.rules.notation.kanji_or_kana import KanjiOrKana
from jlint.rules.notation.kanji_outside_joyo import KanjiOutsideJoyo
from jlint.rules.notation.kanji_pronoun import KanjiPronoun
from jlint.rules.notation.missing_long_vowel import MissingLongVowel
from jlint.rules.notation.mixed_date_format import MixedDateFormat
from jlint.rules.notation.mixed_digit_grouping import MixedDigitGrouping
from jlint.rules.notation.mixed_half_width_spacing import MixedHalfWidthSpacing
from jlint.rules.notation.mixed_mark_width import MixedMarkWidth
from jlint.rules.notation.mixed_month_counter import MixedMonthCounter
from jlint.rules.notation.mixed_numeral_script import MixedNumeralScript
from jlint.rules.notation.mixed_punctuation import MixedPunctuation
from jlint.rules.notation.mixed_synonym import MixedSynonym
from jlint.rules.notation.mixed_variant import MixedVariant
from jlint.rules.notation.mixed_width_alphabet import MixedWidthAlphabet
from jlint.rules.notation.numeral_style import NumeralStyle
from jlint.rules.notation.period_before_closing_bracket import PeriodBeforeClosingBracket
from jlint.rules.notation.space_around_bracket import SpaceAroundBracket
from jlint.rules.notation.space_around_markup import SpaceAroundMarkup
from jlint.rules.notation.space_around_slash import SpaceAroundSlash
from jlint.rules.notation.space_between_full_width import SpaceBetweenFullWidth
from jlint.rules.notation.supplementary_character import SupplementaryCharacter
from jlint.rules.notation.unclosed_bracket import UnclosedBracket
from jlint.rules.notation.unjapanese_mark import UnjapaneseMark
from jlint.rules.notation.weekday_mismatch import WeekdayMismatch
from jlint.rules.notation.western_punctuation import WesternPunctuation
from jlint.rules.repetition.duplicate_excerpt import DuplicateExcerpt
from jlint.rules.repetition.duplicate_paragraph import DuplicateParagraph
from jlint.rules.repetition.duplicate_title import DuplicateTitle
from jlint.rules.repetition.near_copy import NearCopy
from jlint.rules.repetition.repeated_heading import RepeatedHeading
from jlint.rules.repetition.repeated_passage import RepeatedPassage
from jlint.rules.repetition.repeated_sentence import RepeatedSentence
from jlint.rules.repetition.repeated_title import RepeatedTitle
from jlint.rules.repetition.sentence_said_before import SentenceSaidBefore
from jlint.rules.repetition.short_repeated_passage import ShortRepeatedPassage
from jlint.rules.style.abbreviation_before_words import AbbreviationBeforeWords
from jlint.rules.style.bold_label import BoldLabel
from jlint.rules.style.cliche_density import ClicheDensity
from jlint.rules.style.decorative_emoji import DecorativeEmoji
from jlint.rules.style.doubled_abbreviation import DoubledAbbreviation
from jlint.rules.style.exclamation_or_question_mark import ExclamationOrQuestionMark
from jlint.rules.style.filler_word import FillerWord
from jlint.rules.style.hype_expression import HypeExpression
from jlint.rules.style.inappropriate_word import InappropriateWord
from jlint.rules.style.long_kanji_run import LongKanjiRun
from jlint.rules.style.long_sentence import LongSentence
from jlint.rules.style.missing_full_stop import MissingFullStop
from jlint.rules.style.mixed_caption_politeness import MixedCaptionPoliteness
from jlint.rules.style.mixed_politeness import MixedPoliteness
from jlint.rules.style.period_in_heading import PeriodInHeading
from jlint.rules.style.period_in_list_item import PeriodInListItem
from jlint.rules.style.pleonasm import Pleonasm
from jlint.rules.style.predicate_before_colon import PredicateBeforeColon
from jlint.rules.style.redundant_expression import RedundantExpression
from jlint.rules.style.repeated_conjunction import RepeatedConjunction
from jlint.rules.style.repeated_sentence_ending import RepeatedSentenceEnding
from jlint.rules.style.too_many_commas import TooManyCommas
from jlint.rules.style.too_many_latin_commas import TooManyLatinCommas
from jlint.rules.style.unexpanded_acronym import UnexpandedAcronym
from jlint.rules.style.vague_guidance import VagueGuidance
from jlint.rules.style.weak_phrase import WeakPhrase
from jlint.rules.style.wordy_verb import WordyVerb
from jlint.rules.suppression.unknown_suppression import UnknownSuppression
from jlint.rules.suppression.unused_suppression import UnusedSuppression
from jlint.rules.typo.doubled_character import DoubledCharacter
from jlint.rules.typo.doubled_fragment import DoubledFragment
from jlint.rules.typo.doubled_particle import DoubledParticle
from jlint.rules.typo.doubled_word import DoubledWord
from jlint.rules.typo.foreign_letter import ForeignLetter
from jlint.rules.typo.known_misspelling import KnownMisspelling
from jlint.rules.typo.missing_character import MissingCharacter
from jlint.rules.typo.missing_particle import MissingParticle
from jlint.rules.typo.misspelt_katakana import MisspeltKatakana
from jlint.rules.typo.simplified_chinese_letter import SimplifiedChineseLetter
from jlint.rules.typo.stray_letter import StrayLetter
from jlint.rules.typo.surplus_character import SurplusCharacter
from jlint.rules.typo.surplus_particle import SurplusParticle
from jlint.rules.typo.swapped_characters import SwappedCharacters
from jlint.rules.typo.wrong_character import WrongCharacter
from jlint.rules.typo.wrong_kanji import WrongKanji
from jlint.rules.typo.wrong_particle import WrongParticle

RULES: tuple[type[Rule], ...] = (
    # typo
    DoubledCharacter,
    DoubledFragment,
    DoubledWord,
    DoubledParticle,
    ForeignLetter,
    SimplifiedChineseLetter,
    KnownMisspelling,
    MisspeltKatakana,
    MissingCharacter,
    SurplusCharacter,
    WrongCharacter,
    SwappedCharacters,
    MissingParticle,
    SurplusParticle,
    WrongParticle,
    WrongKanji,
    StrayLetter,
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
    DuplicateParagraph,
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
    DateWithoutTimeZone,
    FutureDate,
    DateUnlikeFileName,
    DateShiftsInTimeZone,
    FileNameMismatch,
    ReadingTimeMismatch,
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
    OverAnonymizedName,
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
    LeftoverTodo,
    KangxiRadical,
    DecomposedKana,
    # notation
    UnclosedBracket,
    MixedDigitGrouping,
    CommaAsDecimalPoint,
    FullWidthAlphanumeric,
    FullWidthSpaceInKatakana,
    HalfWidthKatakana,
    HalfWidthSpaceAfterMark,
    MixedHalfWidthSpacing,
    MixedMarkWidth,
    MixedMonthCounter,
    MixedPunctuation,
    PeriodBeforeClosingBracket,
    SpaceAroundBracket,
    SpaceAroundMarkup,
    SpaceAroundSlash,
    SpaceBetweenFullWidth,
    UnjapaneseMark,
    WesternPunctuation,
    WeekdayMismatch,
    DictionaryTerm,
    MixedSynonym,
    DoubledSpace,
    SupplementaryCharacter,
    MixedWidthAlphabet,
    KanjiAdverb,
    KanjiAuxiliaryVerb,
    KanjiFormalNoun,
    KanjiOrKana,
    KanjiOutsideJoyo,
    KanjiPronoun,
    MissingLongVowel,
    NumeralStyle,
    MixedVariant,
    MixedNumeralScript,
    MixedDateFormat,
    # grammar
    DoubleNegative,
    LoneTari,
    MisusedWord,
    RepeatedGa,
    RepeatedParticle,
    DroppedRa,
    DroppedI,
    SuperfluousRe,
    WrongSou,
    # style
    MixedPoliteness,
    RepeatedSentenceEnding,
    RepeatedConjunction,
    LongSentence,
    TooManyCommas,
    TooManyLatinCommas,
    LongKanjiRun,
    MissingFullStop,
    ExclamationOrQuestionMark,
    WeakPhrase,
    RedundantExpression,
    WordyVerb,
    Pleonasm,
    ClicheDensity,
    InappropriateWord,
    FillerWord,
    PeriodInHeading,
    PeriodInListItem,
    AbbreviationBeforeWords,
    DoubledAbbreviation,
    UnexpandedAcronym,
    PredicateBeforeColon,
    BoldLabel,
    DecorativeEmoji,
    HypeExpression,
    VagueGuidance,
    MixedCaptionPoliteness,
    # markdown
    SkippedHeadingLevel,
    EmptyElement,
    BoldInHeading,
    UnpairedEmphasis,
    UnrenderedEmphasis,
    DeadPostLink,
    # suppression
    UnknownSuppression,
    UnusedSuppression,
)
