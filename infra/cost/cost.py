"""Writes infra/cost.md from what was measured, what is assumed and a dated list of prices. python3 infra/cost/cost.py [--check]"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "cost.md"


def newest(name):
    return max(HERE.glob(f"{name}-*.json"))


def watched():
    """Alarms and keys, counted in the templates themselves."""
    alarms = (HERE.parent / "alarms.yaml").read_text()
    each = (HERE.parent / "function-alarms.yaml").read_text()
    template = (HERE.parent.parent / "template.yaml").read_text()
    alarm = "Type: AWS::CloudWatch::Alarm"
    stacks = re.findall(r"TemplateURL: function-alarms.yaml\n.*?\}", alarms, re.S)
    queued = sum("DeadLetters: 'true'" in one for one in stacks)
    return {
        "alarms": alarms.count(alarm) + len(stacks) * (each.count(alarm) - 1) + queued,
        "keys": alarms.count("Type: AWS::KMS::Key") + template.count("Type: AWS::KMS::Key"),
    }


def main():
    prices = json.loads(newest("prices").read_text())
    use = json.loads(newest("use").read_text())
    ours, assumed, seen = use["campaign"], use["assumed"], watched()
    files, gb = assumed["filesOfEvidence"], assumed["filesOfEvidence"] * assumed["megabytesOfFile"] / 1024
    campaign = {
        "Table: read and write units": ours["readUnits"] / 1e6 * prices["perMillionReadUnits"]
        + ours["writeUnits"] / 1e6 * prices["perMillionWriteUnits"],
        "Functions and API": assumed["requestsOfPeople"] / 1e6 * (prices["perMillionApiCalls"] + prices["perMillionInvocations"])
        + ours["cpuSeconds"] * 1.73 * prices["perGbSecond"],
        "Evidence: uploads, copies, reads": files * (3 * prices["perThousandPuts"] + 4 * prices["perThousandGets"]) / 1000,
        "Malware scan": gb * prices["perGbScanned"] + files / 1000 * prices["perThousandScans"],
        "Logs and traces": assumed["requestsOfPeople"] * assumed["logKilobytesCall"] / 1024**2 * prices["perGbLogs"]
        + assumed["requestsOfPeople"] / 1e6 * prices["perMillionTraces"],
    }
    runs = assumed["scheduledRunsMonth"]
    month = {
        "Schedules (every 5 and 10 minutes)": runs
        * (prices["perMillionInvocations"] / 1e6 + assumed["scheduledSecondsRun"] * assumed["scheduledGb"] * prices["perGbSecond"])
        + runs * assumed["scheduledReadUnitsRun"] / 1e6 * prices["perMillionReadUnits"],
        "Kept: table, its backup, evidence": assumed["tableGb"] * (prices["perGbMonthTable"] + prices["perGbMonthBackup"])
        + gb * prices["perGbMonthObjects"],
        f"Alarms ({seen['alarms']})": seen["alarms"] * prices["perAlarmMonth"],
        f"Keys ({seen['keys']}: bundle, log, alarms)": seen["keys"] * prices["perKeyMonth"],
        "Dashboard (the first three of an account are free)": 0.0,
        "Public pages from the API": assumed["pageViewsIdleMonth"] / 1e6 * (prices["perMillionApiCalls"] + prices["perMillionInvocations"]),
    }
    night = assumed["deadlineNightShare"] * (
        campaign["Table: read and write units"] + campaign["Functions and API"] + campaign["Malware scan"]
    )
    off = {
        f"Detailed metrics of {assumed['routes']} routes, six each, a month": assumed["routes"] * 6 * prices["perDetailedMetricMonth"],
        "Secrets Manager instead of SSM for one password, a month": 0.40,
        "A key of the province's own (DataKeyArn), a month": prices["perKeyMonth"],
    }
    lines = [
        "# What it costs",
        "",
        f"Made by `python3 infra/cost/cost.py` from `{newest('use').name}` and `{newest('prices').name}` ({prices['region']}, {prices['currency']}).",
        f"Prices: {prices['checked']}.",
        f"Use: {use['measured']}. {ours['note']}.",
        "Free tiers are not counted. Sign-in is counted apart: a pool is free up to thousands of users a month.",
        "",
    ]
    for title, table in (
        ("A campaign of 220 units, over what an idle month costs", campaign),
        ("A month in which nothing happens", month),
    ):
        lines += [f"## {title}", "", "| what | USD |", "| --- | ---: |"]
        lines += [f"| {what} | {usd:.2f} |" for what, usd in table.items()]
        lines += [f"| **in all** | **{sum(table.values()):.2f}** |", ""]
    lines += [
        "## Deadline night",
        "",
        f"{assumed['deadlineNightShare']:.0%} of a campaign's work in one evening (assumed): {night:.2f} USD, of it scanning "
        f"{assumed['deadlineNightShare'] * campaign['Malware scan']:.2f}.",
        "",
        "## Decided against by price",
        "",
        "| what | USD |",
        "| --- | ---: |",
    ]
    lines += [f"| {what} | {usd:.2f} |" for what, usd in off.items()]
    lines += [
        "",
        "## Assumed, not measured",
        "",
        "| what | value |",
        "| --- | ---: |",
    ]
    lines += [f"| {what} | {value} |" for what, value in assumed.items()]
    text = "\n".join(lines) + "\n"
    if "--check" in sys.argv:
        if PAGE.read_text() != text:
            sys.exit("infra/cost.md is not what infra/cost/cost.py writes")
    else:
        PAGE.write_text(text)


main()
