from jlint.api.config import Config as Config
from jlint.api.counts import Counts as Counts
from jlint.api.errors import ConfigError as ConfigError
from jlint.api.errors import FixError as FixError
from jlint.api.errors import Mistake as Mistake
from jlint.api.errors import PluginError as PluginError
from jlint.api.linting import fix as fix
from jlint.api.linting import lint as lint
from jlint.api.linting import lint_file as lint_file
from jlint.api.plugins import allow_plugins as allow_plugins
from jlint.api.result import Edit as Edit
from jlint.api.result import Failure as Failure
from jlint.api.result import Finding as Finding
from jlint.api.result import Fix as Fix
from jlint.api.result import HeldBack as HeldBack
from jlint.api.result import Place as Place
from jlint.api.result import Related as Related
from jlint.api.result import Result as Result
from jlint.api.rules import OptionInfo as OptionInfo
from jlint.api.rules import RuleInfo as RuleInfo
from jlint.api.rules import all_rules as all_rules

__version__: str
__all__: list[str]
