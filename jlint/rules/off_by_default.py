"""The rules that run only if a configuration or --select turns them on."""

from __future__ import annotations

from jlint.rules.artifact.leftover_todo import LeftoverTodo
from jlint.rules.artifact.over_anonymized_name import OverAnonymizedName
from jlint.rules.contract.base import Rule
from jlint.rules.front_matter.date_without_time_zone import DateWithoutTimeZone
from jlint.rules.front_matter.future_date import FutureDate
from jlint.rules.grammar.double_negative import DoubleNegative
from jlint.rules.grammar.dropped_i import DroppedI
from jlint.rules.grammar.misused_word import MisusedWord
from jlint.rules.grammar.repeated_ga import RepeatedGa
from jlint.rules.grammar.repeated_particle import RepeatedParticle
from jlint.rules.grammar.superfluous_re import SuperfluousRe
from jlint.rules.grammar.wrong_sou import WrongSou
from jlint.rules.markdown.bold_in_heading import BoldInHeading
from jlint.rules.markdown.empty_element import EmptyElement
from jlint.rules.markdown.missing_alt_text import MissingAltText
from jlint.rules.markdown.skipped_heading_level import SkippedHeadingLevel
from jlint.rules.notation.comma_as_decimal_point import CommaAsDecimalPoint
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
from jlint.rules.notation.mixed_half_width_spacing import MixedHalfWidthSpacing
from jlint.rules.notation.mixed_mark_width import MixedMarkWidth
from jlint.rules.notation.mixed_month_counter import MixedMonthCounter
from jlint.rules.notation.mixed_punctuation import MixedPunctuation
from jlint.rules.notation.mixed_synonym import MixedSynonym
from jlint.rules.notation.mixed_width_alphabet import MixedWidthAlphabet
from jlint.rules.notation.numeral_style import NumeralStyle
from jlint.rules.notation.period_before_closing_bracket import PeriodBeforeClosingBracket
from jlint.rules.notation.space_around_bracket import SpaceAroundBracket
from jlint.rules.notation.space_around_markup import SpaceAroundMarkup
from jlint.rules.notation.space_around_slash import SpaceAroundSlash
from jlint.rules.notation.space_between_full_width import SpaceBetweenFullWidth
from jlint.rules.notation.supplementary_character import SupplementaryCharacter
from jlint.rules.notation.unjapanese_mark import UnjapaneseMark
from jlint.rules.notation.variant_unlike_other_posts import VariantUnlikeOtherPosts
from jlint.rules.notation.western_punctuation import WesternPunctuation
from jlint.rules.repetition.duplicate_paragraph import DuplicateParagraph
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
from jlint.rules.style.mixed_first_person import MixedFirstPerson
from jlint.rules.style.overused_sasete_itadaku import OverusedSaseteItadaku
from jlint.rules.style.period_in_heading import PeriodInHeading
from jlint.rules.style.period_in_list_item import PeriodInListItem
from jlint.rules.style.pleonasm import Pleonasm
from jlint.rules.style.predicate_before_colon import PredicateBeforeColon
from jlint.rules.style.redundant_expression import RedundantExpression
from jlint.rules.style.repeated_conjunction import RepeatedConjunction
from jlint.rules.style.too_many_commas import TooManyCommas
from jlint.rules.style.too_many_latin_commas import TooManyLatinCommas
from jlint.rules.style.unexpanded_acronym import UnexpandedAcronym
from jlint.rules.style.vague_guidance import VagueGuidance
from jlint.rules.style.weak_phrase import WeakPhrase
from jlint.rules.style.wordy_verb import WordyVerb
from jlint.rules.typo.stray_letter import StrayLetter
from jlint.rules.typo.wrong_character import WrongCharacter
from jlint.rules.typo.wrong_kanji import WrongKanji
from jlint.rules.typo.wrong_particle import WrongParticle

OFF_BY_DEFAULT: tuple[type[Rule], ...] = (
    # typo
    StrayLetter,
    WrongCharacter,
    WrongKanji,
    WrongParticle,
    # repetition
    DuplicateParagraph,
    # front-matter
    DateWithoutTimeZone,
    FutureDate,
    # artifact
    OverAnonymizedName,
    LeftoverTodo,
    # notation
    VariantUnlikeOtherPosts,
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
    MixedDateFormat,
    # grammar
    DoubleNegative,
    MisusedWord,
    RepeatedGa,
    RepeatedParticle,
    DroppedI,
    SuperfluousRe,
    WrongSou,
    # style
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
    MixedFirstPerson,
    OverusedSaseteItadaku,
    # markdown
    SkippedHeadingLevel,
    EmptyElement,
    BoldInHeading,
    MissingAltText,
)
