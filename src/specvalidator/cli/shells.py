"""What completes commands in each shell, written for these commands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from specvalidator.cli.completing import CommandWords, Taken

_PROGRAM = "specvalidator"
_Commands = Sequence["CommandWords"]


def _bash(commands: _Commands) -> str:
    """Return a script that bash sources; where nothing is known, it completes files."""
    return "\n".join(
        [
            f"# put it into ~/.local/share/bash-completion/completions/{_PROGRAM}",
            "_specvalidator() {",
            '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
            "    local known=''",
            "    COMPREPLY=()",
            "    if ((COMP_CWORD == 1)); then",
            f"        known='{' '.join(each.name for each in commands)} --help --version'",
            "    else",
            '        case "${COMP_WORDS[1]}:$before" in',
            *(f"            {pattern}) known='{words}' ;;" for pattern, words in _values(commands)),
            *(f"            {pattern}) return ;;" for pattern in _free(commands)),
            "            *)",
            '                case "${COMP_WORDS[1]}" in',
            *(f"                    {each.name}) known='{_all(each)}' ;;" for each in commands),
            "                esac",
            "                ;;",
            "        esac",
            "    fi",
            '    mapfile -t COMPREPLY < <(compgen -W "$known" -- "$word")',
            "}",
            f"complete -o default -F _specvalidator {_PROGRAM}",
            "",
        ]
    )


def _values(commands: _Commands) -> Iterator[tuple[str, str]]:
    """Yield where values are known: check:--lang, zh en."""
    for command in commands:
        for each in command.options:
            if each.values:
                pattern = "|".join(f"{command.name}:{name}" for name in each.names)
                yield pattern, " ".join(each.values)


def _free(commands: _Commands) -> Iterator[str]:
    """Yield where a value of any kind is to follow."""
    for command in commands:
        names = [name for each in command.options if _is_free(each) for name in each.names]
        if names:
            yield "|".join(f"{command.name}:{name}" for name in names)


def _is_free(taken: "Taken") -> bool:
    return taken.takes and not taken.values


def _all(command: "CommandWords") -> str:
    """Return all that may begin a word: what the first argument may be, and the options."""
    return " ".join([*command.values, *(name for each in command.options for name in each.names)])


def _zsh(commands: _Commands) -> str:
    """Return a script for a folder of `fpath`, as _specvalidator."""
    lines = [
        f"#compdef {_PROGRAM}",
        "# specvalidator completion zsh > ~/.zfunc/_specvalidator",
        "if (( CURRENT == 2 )); then",
        "    local -a commands=(",
        *(f"        {_quoted(f'{each.name}:{each.said}')}" for each in commands),
        "    )",
        "    _describe command commands",
        "    return",
        "fi",
        "local command=$words[2]",
        "shift words; (( CURRENT-- ))",
        "case $command in",
    ]
    for command in commands:
        lines += [f"    {command.name}) _arguments \\"]
        lines += [f"        {_quoted(each)} \\" for each in _specs(command)]
        what = f"({' '.join(command.values)})" if command.values else "_files"
        lines += [f"        {_quoted(f'*:: :{what}')} ;;"]
    return "\n".join([*lines, "esac", ""])


def _specs(command: "CommandWords") -> Iterator[str]:
    """Yield the options of a command as zsh wants them: --lang=[语言]:value:(zh en)."""
    for each in command.options:
        said = each.said
        for letter in "\\[]:":
            said = said.replace(letter, f"\\{letter}")
        values = f"({' '.join(each.values)})" if each.values else "_files"
        for name in each.names:
            equals = "=" if each.takes and name.startswith("--") else ""
            value = f":value:{values}" if each.takes else ""
            yield f"*{name}{equals}[{said}]{value}"


def _fish(commands: _Commands) -> str:
    """Return lines for ~/.config/fish/completions/specvalidator.fish."""
    begin = f"complete -c {_PROGRAM}"
    lines = ["# specvalidator completion fish > ~/.config/fish/completions/specvalidator.fish"]
    for command in commands:
        name, said = command.name, _escaped(command.said)
        lines.append(f"{begin} -n __fish_use_subcommand -f -a {name} -d {said}")
        after = f"-n '__fish_seen_subcommand_from {name}'"
        if command.values:
            lines.append(f"{begin} {after} -f -a '{' '.join(command.values)}'")
        for each in command.options:
            names = " ".join(_fish_name(name) for name in each.names)
            values = f" -x -a '{' '.join(each.values)}'" if each.values else ""
            takes = " -r" if _is_free(each) else ""
            lines.append(f"{begin} {after} {names}{takes}{values} -d {_escaped(each.said)}")
    return "\n".join([*lines, ""])


def _fish_name(name: str) -> str:
    return f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"


def _powershell(commands: _Commands) -> str:
    """Return lines for the profile of PowerShell; where nothing is known, it completes files."""
    lines = [
        "# specvalidator completion powershell | Out-String | Invoke-Expression",
        f"Register-ArgumentCompleter -Native -CommandName {_PROGRAM} -ScriptBlock {{",
        "    param($word, $ast, $at)",
        "    $said = @($ast.CommandElements | ForEach-Object { $_.ToString() })",
        "    if ($word -eq '') { $said += '' }",
        "    $before = $said[-2]",
        "    $values = @{",
        *(
            f"        '{pattern}' = '{words}'"
            for each, words in _values(commands)
            for pattern in each.split("|")
        ),
        "    }",
        "    $words = @{",
        *(f"        '{each.name}' = '{_all(each)}'" for each in commands),
        "    }",
        f"    if ($said.Count -le 2) {{ $known = '{' '.join(each.name for each in commands)}' }}",
        '    elseif ($values["$($said[1]):$before"]) { $known = $values["$($said[1]):$before"] }',
        "    else { $known = $words[$said[1]] }",
        "    \"$known\".Split(' ') | Where-Object { $_ -and $_.StartsWith($word) } |",
        "        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }",
        "}",
        "",
    ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Return a text as bash and zsh quote it."""
    return "'" + text.replace("'", "'\\''") + "'"


def _escaped(text: str) -> str:
    """Return a text as fish quotes it."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


SHELLS: Mapping[str, Callable[[_Commands], str]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
"""Every shell by its name."""
