#!/usr/bin/env python3
"""Recomputes a bundle of minhbach from infra/verify/README.md alone; standard library, no network."""
import base64, contextlib, hashlib, json, re, sys, zipfile
from fractions import Fraction as F

STEPS = [("Túi dữ liệu: đủ tệp, không tên lạ", "Bag: complete, no strange names"),
         ("Mã băm SHA-256 của từng tệp", "SHA-256 of every file"),
         ("Dấu kỹ thuật và khoá", "Seal and key"),
         ("Nhật ký điểm: các mắt xích nối nhau đến điểm neo", "Ledgers: entries link up to the anchor"),
         ("Nhật ký minh bạch: cây băm và điểm kiểm tra", "Transparency log: tree and checkpoints"),
         ("Điểm từng tiêu chí tính lại từ số liệu", "Points of each criterion from its figures"),
         ("Điểm nhóm, tổng, chỉ số, mức độ", "Totals, index, level"),
         ("Thứ hạng theo quy tắc đồng hạng", "Ranks by the tie rule"),
         ("Bảng CSV nói như JSON", "Tables say the same as the JSON"),
         ("Mã chốt in trên quyết định", "The code that the decision prints")]
BAG, HASHES, SEAL, CHAINS, LOG, POINTS, TOTALS, RANKS, TABLES, CODE = range(1, 11)
faults, files, proofs, hidden_cells, given_cells, seal_key = [], {}, {}, 0, 0, ""

def note(step, place, vi="khác", en="differs"):
    faults.append((step, place, vi, en))

def same(step, place, again, told):
    if again != told:
        note(step, place, "tính lại được %s, trong túi là %s" % (again, told), "recomputed %s, the bag says %s" % (again, told))

@contextlib.contextmanager
def reading(step, place):
    try:
        yield
    except Exception as bad:
        note(step, place, "không đọc được: %s" % bad, "unreadable: %s" % bad)

def sha(data): return hashlib.sha256(data).digest()
def need(holds, why="?"):
    if not holds: raise ValueError(why)
def unique(pairs):
    need(len(dict(pairs)) == len(pairs), "a name twice")
    return dict(pairs)
def parse(text): return json.loads(text, object_pairs_hook=unique, parse_float=F, parse_constant=lambda c: need(False, c))
def canon(tree):  # RFC 8785 without fractions
    if isinstance(tree, dict):
        return "{" + ",".join(canon(k) + ":" + canon(tree[k]) for k in sorted(tree, key=lambda k: k.encode("utf-16-be"))) + "}"
    if isinstance(tree, list): return "[" + ",".join(map(canon, tree)) + "]"
    need(isinstance(tree, (str, int)), "not canonical")
    return json.dumps(tree, ensure_ascii=False)
def text(path):
    need(path in files, path)
    return files[path].decode("utf-8")
def lines(path): return text(path).splitlines() if "\r" not in text(path) else need(False, path)
def b64(data): return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
def unb64(data): return base64.urlsafe_b64decode(data + "=" * (-len(data) % 4))

# ---- 1, 2: the bag
TAGS = ["bag-info.txt", "bagit.txt", "keys.json", "manifest-sha256.txt", "manifest-sha256.txt.jws", "tagmanifest-sha256.txt"]

def unpack(archive):
    seen, base, left = {}, None, 1 << 30
    for entry in archive.infolist():
        name = entry.orig_filename
        if name.endswith("/"): continue
        parts = name.split("/")
        if not re.fullmatch(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+", name) or any(set(p) == {"."} for p in parts):
            note(BAG, re.sub("[^!-~]", "?", name), "tên tệp không hợp lệ hoặc trèo ra ngoài", "a name that is not allowed, or climbs out"); continue
        if name.lower() in seen:  # readers differ in which of the two they take: neither
            files.pop(seen[name.lower()].split("/", 1)[1], None)
            note(BAG, name, "hai tệp cùng tên", "two files of one name"); continue
        seen[name.lower()] = name
        base = base or parts[0]
        path = "/".join(parts[1:])
        if parts[0] != base or not (path in TAGS or path.startswith("data/")):
            note(BAG, name, "tệp thừa", "a file that does not belong here"); continue
        try:
            with archive.open(entry) as file: content = file.read(left + 1)
            need(len(content) <= left)
            files[path], left = content, left - len(content)
        except Exception: note(BAG, name, "không giải nén được", "cannot be unpacked")
    for tag in TAGS:
        if tag not in files: note(BAG, tag, "thiếu tệp", "missing")
    if files.get("bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        note(BAG, "bagit.txt", "không phải BagIt 1.0", "not BagIt 1.0")

def against(manifest, wanted):
    listed = set()
    for line in files.get(manifest, b"").decode("utf-8", "replace").splitlines():
        parts = re.fullmatch("([0-9a-f]{64})  (.+)", line)
        path = parts and parts[2]
        if not parts or path in listed: note(HASHES, manifest, "dòng sai", "bad line"); continue
        listed.add(path)
        if path not in wanted or path not in files: note(HASHES, path, "thiếu tệp đã kê", "listed and missing")
        elif sha(files[path]).hex() != parts[1]: note(HASHES, path, "mã băm khác", "another hash")
    for path in sorted(wanted):
        if path in files and path not in listed: note(HASHES, path, "không có trong bản kê", "not listed")

def hashes():
    payload = {path for path in files if path.startswith("data/")}
    against("manifest-sha256.txt", payload)
    against("tagmanifest-sha256.txt", set(TAGS[:-1]))
    oxum = "Payload-Oxum: %d.%d" % (sum(len(files[p]) for p in payload), len(payload))
    if oxum not in files.get("bag-info.txt", b"").decode("utf-8", "replace").splitlines(): note(HASHES, "bag-info.txt")

# ---- 3: ECDSA on P-256 (FIPS 186), Ed25519 (RFC 8032); only public values, so nothing here need be fast or constant in time
P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
G = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296, 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)
def p256_add(a, b):
    if a is None or b is None: return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0: return None
    slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P
def times(n, point, add, zero=None):
    total = zero
    while n:
        total, point, n = add(total, point) if n & 1 else total, add(point, point), n >> 1
    return total
def es256(x, y, message, signature):
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if len(signature) != 64 or not (0 < r < N and 0 < s < N) or (y * y - x**3 + 3 * x - B) % P: return False
    z, w = int.from_bytes(sha(message), "big"), pow(s, -1, N)
    point = p256_add(times(z * w % N, G, p256_add), times(r * w % N, (x, y), p256_add))
    return point is not None and point[0] % N == r
Q, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, Q) % Q
def ed_add(a, b):
    k = D * a[0] * b[0] * a[1] * b[1] % Q
    return (a[0] * b[1] + b[0] * a[1]) * pow(1 + k, -1, Q) % Q, (a[1] * b[1] + a[0] * b[0]) * pow(1 - k, -1, Q) % Q
def ed_point(data):
    y = int.from_bytes(data, "little") & (1 << 255) - 1
    xx = (y * y - 1) * pow(D * y * y + 1, -1, Q) % Q
    x = pow(xx, (Q + 3) // 8, Q)
    if (x * x - xx) % Q: x = x * pow(2, (Q - 1) // 4, Q) % Q
    need(y < Q and (x * x - xx) % Q == 0, "no point")
    return (Q - x if x & 1 != data[31] >> 7 else x), y
def ed25519(key, message, signature):
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L: return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    base = ed_point((4 * pow(5, -1, Q) % Q).to_bytes(32, "little"))
    return times(s, base, ed_add, (0, 1)) == ed_add(ed_point(signature[:32]), times(k, ed_point(key), ed_add, (0, 1)))

def seal(expected):
    global seal_key
    with reading(SEAL, "keys.json"):
        jwk = parse(text("keys.json"))["keys"][0]
        need(jwk["kty"] == "EC" and jwk["crv"] == "P-256")
        seal_key = kid = b64(sha(canon({k: jwk[k] for k in ("crv", "kty", "x", "y")}).encode()))
        same(SEAL, "keys.json", kid, jwk.get("kid"))
        if expected and expected != kid: note(SEAL, "keys.json", "khoá không phải khoá đã công bố " + expected, "the key is not the published " + expected)
        with reading(SEAL, "manifest-sha256.txt.jws"):
            header, nothing, signature = text("manifest-sha256.txt.jws").strip().split(".")
            need(nothing == "")
            same(SEAL, "manifest-sha256.txt.jws", {"alg": "ES256", "b64": False, "crit": ["b64"], "kid": kid}, parse(unb64(header)))
            x, y = (int.from_bytes(unb64(jwk[c]), "big") for c in "xy")
            if not es256(x, y, header.encode() + b"." + files["manifest-sha256.txt"], unb64(signature)):
                note(SEAL, "manifest-sha256.txt.jws", "chữ ký không đúng với bản kê", "the signature is not of this manifest")

# ---- 4, 5: ledgers and log
def ledgers():
    chains, campaign = {}, ""
    with reading(CHAINS, "data/campaign.json"): campaign = parse(text("data/campaign.json"))["campaign"]
    for path in sorted(p for p in files if p.startswith("data/ledger/")):
        with reading(CHAINS, path):
            unit = re.sub("[.]jsonl$", "", path[12:])
            chain = campaign if unit == "campaign" else campaign + "/" + unit
            own, last = chains.setdefault(chain, {}), "0" * 64
            for line in lines(path):
                entry = parse(line)
                sound = canon(entry) == line and set(entry) == {"format", "chain", "seq", "at", "kind", "bodyHash", "previousHash"} and \
                    (entry["format"], entry["chain"], entry["seq"], entry["previousHash"]) == ("minhbach-ledger-1", chain, len(own) + 1, last) and \
                    re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.]\d{3}Z", entry["at"])
                if not sound: note(CHAINS, path, "mắt xích %d không nối" % (len(own) + 1), "entry %d does not link" % (len(own) + 1)); break
                last = own[len(own) + 1] = sha(line.encode()).hex()
    ends = {}
    for occasion in ("report", "approval", "publication"):
        path = "data/anchors/%s.json" % occasion
        with reading(CHAINS, path):
            ends = {chain: (tip["seq"], tip["hash"]) for chain, tip in parse(text(path))["chains"].items()}
            for chain, (seq, tip) in ends.items():
                own = chains.get(chain, {})
                if seq > 0 and own.get(seq) != tip or occasion == "publication" and len(own) != seq: note(CHAINS, path, chain, chain)
            if occasion == "publication":
                for chain in set(chains) - set(ends): note(CHAINS, path, chain, chain)
    with reading(LOG, "data/log.jsonl"): log(campaign, chains, ends)

def root(leaves):
    if not leaves: return sha(b"")
    if len(leaves) == 1: return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\1" + root(leaves[:split]) + root(leaves[split:]))

def log(campaign, chains, ends):
    need(campaign, "campaign")
    origin, path, leaves, known = "minhbach/campaigns/" + campaign, "data/log.jsonl", [], {}
    verifier = parse(text("keys.json"))["checkpoints"]
    key = base64.b64decode(verifier.split("+", 2)[2])[1:]
    key_id = sha(origin.encode() + b"\n\1" + key)[:4]
    same(LOG, "keys.json", "%s+%s+%s" % (origin, key_id.hex(), base64.b64encode(b"\1" + key).decode()), verifier)
    for number, line in enumerate(lines(path), 1):
        record = parse(line)
        for leaf in record["leaves"]:
            leaves.append(sha(b"\0" + canon({k: leaf[k] for k in ("chain", "seq", "hash")}).encode()))
            known[leaf["chain"]] = leaf["seq"], leaf["hash"]
            if chains.get(leaf["chain"], {}).get(leaf["seq"]) != leaf["hash"]: note(LOG, path, leaf["chain"], leaf["chain"])
        top = root(leaves)
        body = "%s\n%d\n%s\n" % (origin, len(leaves), base64.b64encode(top).decode())
        signed = record["checkpoint"].split("\n\n— %s " % origin, 1)
        signature = base64.b64decode(signed[1].rstrip("\n")) if len(signed) == 2 else b""
        if (record["number"], record["size"], record["root"], signed[0] + "\n") != (number, len(leaves), top.hex(), body) \
                or signature[:4] != key_id or not ed25519(key, body.encode(), signature[4:]):
            note(LOG, path, "điểm kiểm tra %d" % number, "checkpoint %d" % number)
    for chain, tip in ends.items():
        if tip[0] > 0 and known.get(chain) != tip: note(LOG, path, chain, chain)

# ---- 6: points
def rounded(value):  # half up, in hundredths
    return F((value * 200 + 1) // 2, 100)
def show(value): return "%d.%02d" % divmod(int(value * 100), 100)
def points(told):
    need(re.fullmatch(r"[0-9]{1,9}[.][0-9]{2}", told), told)
    return F(told)
def plain(value):  # the shortest decimal text that an input can have
    return str(value)

def score(rule, most, inputs, bests, place, measured):
    """Points, or None where the criterion does not apply."""
    kind, of = rule["type"], lambda name: F(inputs[rule[name]])
    if kind in ("sum", "best"):
        parts = [p for p in rule["parts" if kind == "sum" else "alternatives"] if kind == "sum" or p["key"] in inputs]
        each = [score(p["scoring"], F(p["maxPoints"]), inputs[p["key"]], bests, place + "." + p["key"], measured) for p in parts]
        return sum(each) if kind == "sum" else max(each)
    if kind == "boolean": return F(rule["pointsIfTrue" if inputs[rule["value"]] is True else "pointsIfFalse"])
    if kind == "choice": return next(F(o["points"]) for o in rule["options"] if o["value"] == inputs[rule["value"]])
    if kind == "count": return min(most, rounded(of("value") * F(rule["pointsPerItem"])))
    if kind == "checklist":
        need(len(set(inputs["items"])) == len(inputs["items"]))
        return sum({i["key"]: F(i["points"]) for i in rule["items"]}[key] for key in inputs["items"]) + F(0)
    share = kind == "ratio" or rule["on"] == "ratio"
    value = of("numerator" if share else "value")
    if share:
        whole = of("denominator")
        need(0 <= value <= whole)
        if whole == 0: return None if rule.get("whenDenominatorZero") == "notApplicable" else F(0)
        names, value = [inputs[rule["numerator"]], inputs[rule["denominator"]]], value / whole
    else: names = [inputs[rule["value"]], 1]
    if kind == "ratio": return min(most, rounded(most * value / F(rule.get("target", 1))))
    if kind == "tiers": return next((F(t["points"]) for t in rule["tiers"] if value >= F(t["min"])), F(rule.get("otherwise", 0)))
    measured.append((place, value, [plain(n) for n in names]))
    best = bests.get(place)
    return F(0) if not best else min(most, rounded(most * value / best))

def again(said, criterion, bests):
    """What is said, recomputed; None where the figures are not there or break the rule."""
    if not said.get("inputs"): return None if said["is"] == "POINTS" else (said["is"], F(0))
    try: worth = score(criterion["scoring"], F(criterion["maxPoints"]), said["inputs"], bests, criterion["id"], [])
    except Exception: return None
    return ("NOT_APPLICABLE", F(0)) if worth is None else ("POINTS", worth)

def group_of_units(campaign, number, units, table_of_points):
    criteria = parse(text("data/criteria/group-%s.json" % number))
    by_id = {c["id"]: c for g in criteria["groups"] for c in g["criteria"]}
    scores = {}
    for line in lines("data/scores/group-%s.jsonl" % number):
        unit = parse(line)
        need(unit["unit"] not in scores, unit["unit"])
        scores[unit["unit"]] = unit
        unit["cells"] = {c["criterion"]: c for c in unit["criteria"]}
        need(len(unit["cells"]) == len(unit["criteria"]))
        for cell in unit["cells"].values():
            for said in ("self", "final"):
                if said in cell: cell[said]["value"] = points(cell[said]["points"])
        unit["totals"] = {g: (points(t["points"]), points(t["max"])) for g, t in unit["groups"].items()}
    ranking = "data/ranking/group-%s" % number
    table = parse(text(ranking + ".json"))
    exempt = {(e["criterion"], unit) for e in campaign["exemptions"] if str(e["group"]) == number for unit in e["units"]}
    best = {}
    for unit in sorted(scores):
        for cell in scores[unit]["cells"].values():
            if cell.get("final", {}).get("is") == "POINTS" and cell["final"].get("inputs") and cell["criterion"] in by_id:
                found, criterion = [], by_id[cell["criterion"]]
                try: score(criterion["scoring"], F(criterion["maxPoints"]), cell["final"]["inputs"], {}, criterion["id"], found)
                except Exception: continue
                for place, value, names in found:
                    if place not in best or value > best[place][0]: best[place] = value, names
    same(POINTS, ranking + ".json bests", {p: b[1] for p, b in best.items()}, table["bests"])
    bests = {p: b[0] for p, b in best.items()}
    for code in sorted(scores): unit_points(scores[code], by_id, bests, exempt, campaign["view"] == "public"); totals(scores[code], criteria)
    table_of_points += [csv_points(scores[code], by_id) for code in sorted(scores)]
    need(campaign["tieRule"] in ("DENSE", "COMPETITION"), "tieRule")
    ranks(criteria, units, scores, table["rows"], campaign["tieRule"] == "DENSE", ranking + ".json", campaign["tieBreaks"])
    if campaign["view"] != "public" or not any(c.get("public") == "total" and "relativeToBest" in str(c["scoring"]) for c in by_id.values()):
        bare = [{k: v for k, v in row.items() if k not in ("parent", "tied")} for row in table["rows"]]
        same(CODE, ranking + ".json", sha(canon({"bests": table["bests"], "rows": bare} if table["bests"] else bare).encode()).hex(), campaign["groups"][number]["digest"])
    columns = CSV_RANKING + ["points." + g["id"] for g in criteria["groups"]]
    csv(ranking + ".csv", columns, [[row.get(c, "") for c in CSV_RANKING] + [row["groups"].get(g["id"], "") for g in criteria["groups"]] for row in table["rows"]])

def unit_points(unit, by_id, bests, exempt, public):
    global hidden_cells, given_cells
    same(POINTS, unit["unit"], sorted(by_id), sorted(unit["cells"]))
    for name, criterion in by_id.items():
        place, cell, secret = unit["unit"] + "/" + name, unit["cells"].get(name, {}), criterion.get("public") == "total"
        shown = "self" in cell
        hidden_cells += secret and not shown
        bare = {k: {n: v for n, v in cell[k].items() if n != "value"} if k in ("self", "final") else cell[k]
                for k in ("criterion", "self", "final", "basis", "proof") if k in cell}
        if secret != ("commitment" in cell) or shown == (secret and public) or \
                secret and not public and sha((cell.get("salt", "") + canon(bare)).encode()).hex() != cell["commitment"]:
            note(POINTS, place, "cam kết của ô không đúng", "not what was committed to")
        if not shown: continue
        proofs[cell["proof"]] = proofs.get(cell["proof"], 0) + 1
        said, final, basis = cell["self"], cell["final"], cell["basis"]
        given_cells += basis == "GIVEN"
        same(POINTS, place, (name, unit["unit"]) in exempt, final["is"] == "NOT_ASSIGNED")
        for one in [said] + [final] * (basis not in ("GIVEN", "NOT_APPLICABLE")):
            same(POINTS, place, again(one, criterion, bests), (one["is"], one["value"]))
        if basis in ("SELF", "AGREED", "NONE"): same(POINTS, place, said, final)
        elif basis == "GIVEN": need_point(place, final["is"] == "POINTS" and not final.get("inputs") and final["value"] <= F(criterion["maxPoints"]))
        elif basis == "NOT_APPLICABLE": need_point(place, final["is"] == "NOT_APPLICABLE" or final["is"] == "POINTS" and final["value"] == 0)
        else: need(basis in ("INPUTS", "SOURCE"), basis)

def need_point(place, holds):
    if not holds: note(POINTS, place, "không đúng với căn cứ", "not what its basis allows")

# ---- 7, 8: totals and ranks
OUT = ("NOT_APPLICABLE", "NOT_ASSIGNED")
def sums(unit, group, which):
    """Least and greatest points, least and greatest maximum of a group of criteria."""
    got = most = hidden = F(0)
    for criterion in group["criteria"]:
        cell = unit["cells"].get(criterion["id"], {})
        if which not in cell: hidden += F(criterion["maxPoints"])
        elif cell[which]["is"] not in OUT: got, most = got + cell[which]["value"], most + F(criterion["maxPoints"])
    if group.get("kind", "base") != "base": cap = F(group["maxPoints"]); return min(got, cap), min(got, cap) + hidden, cap, cap
    return got, got + hidden, most, most + hidden

def totals(unit, criteria):
    for group in criteria["groups"]:
        least, most, least_max, most_max = sums(unit, group, "final")
        place = unit["unit"] + "/" + group["id"]
        if group["id"] not in unit["totals"]: note(TOTALS, place, "thiếu tổng của nhóm", "no total"); continue
        got, max_of = unit["totals"][group["id"]]
        if least == most: same(TOTALS, place, show(least), show(got)); same(TOTALS, place, show(least_max), show(max_of))
        elif not (least <= got <= most and least_max <= max_of <= most_max): note(TOTALS, place, "ngoài khoảng", "beyond what the hidden cells allow")

def whole(criteria, groups):
    """Points, maximum and index from those of the groups of criteria."""
    by_kind = {}
    for group in criteria["groups"]:
        kind = group.get("kind", "base")
        by_kind[kind] = by_kind.get(kind, F(0)) + groups.get(group["id"], (F(0), F(0)))[0]
    for kind in ("bonus", "penalty"): by_kind[kind] = min(by_kind.get(kind, F(0)), F(criteria.get(kind + "MaxPoints", 10**9)))
    most = sum((groups.get(g["id"], (0, F(0)))[1] for g in criteria["groups"] if g.get("kind", "base") == "base"), F(0))
    got = min(most, max(F(0), by_kind.get("base", F(0)) + by_kind["bonus"] - by_kind["penalty"]))
    return got, most, rounded(got / most * 100) if most else None

def level(levels, index):
    return next(one["code"] for one in levels if index > F(one["minPercent"]) or index == F(one["minPercent"]) and one["minInclusive"])

def ranked(indexes, dense):
    order = sorted(set(indexes.values()), reverse=True)
    return {u: order.index(i) + 1 if dense else 1 + sum(j > i for j in indexes.values()) for u, i in indexes.items()}

def ranks(criteria, units, scores, rows, dense, path, breaks):
    told, indexes, again_rows, order = {}, {}, {}, {}
    for row in rows:
        need(row["unit"] not in told, row["unit"])
        told[row["unit"]] = row
    for unit in units:
        code, own = unit["code"], scores.get(unit["code"])
        row = again_rows[code] = {"unit": code, "name": unit["name"], "points": "0.00", "max": "0.00", "groups": {}}
        if "parent" in unit: row["parent"] = unit["parent"]
        got, most, index = whole(criteria, own["totals"]) if own else (F(0), F(0), None)
        if index is None:
            row["unranked"] = told.get(code, {}).get("unranked", "NOT_SUBMITTED")
        else:
            indexes[code] = tuple([index] + [own["totals"].get(g, (F(0),))[0] for g in breaks])
            order[code] = own["totals"].get("II", (F(0),))[0]
            row.update(index=show(index), points=show(got), max=show(most), level=level(criteria["levels"], index),
                       groups={g: show(t[0]) for g, t in own["totals"].items()})
            results = {}
            for group in criteria["groups"]:
                got, most = own["totals"][group["id"]]
                if group.get("levels") and most:
                    percent = rounded(got / most * 100)
                    results[group["id"]] = {"max": show(most), "percent": show(percent), "level": level(group["levels"], percent),
                                            "converted": show(rounded(got * F(group["maxPoints"]) / most))}
            if results: row["groupResults"] = results
        if "self" in told.get(code, {}):
            row["self"] = told[code]["self"]
            if own and all("self" in cell for cell in own["cells"].values()):
                got, most, index = whole(criteria, {g["id"]: (lambda s: (s[0], s[2]))(sums(own, g, "self")) for g in criteria["groups"]})
                row["self"] = dict({"points": show(got), "max": show(most)}, **({} if index is None else {"index": show(index)}))
    of = ranked(indexes, dense)
    parents = {unit["code"]: unit["parent"] for unit in units if "parent" in unit}
    for code in of:
        again_rows[code]["rank"] = of[code]
        if list(of.values()).count(of[code]) > 1: again_rows[code]["tied"] = True
        if code in parents: again_rows[code]["rankInDistrict"] = ranked({u: i for u, i in indexes.items() if parents.get(u) == parents[code]}, dense)[code]
    for code, row in again_rows.items():
        if code not in told: note(RANKS, code, "thiếu trong bảng xếp hạng", "not in the ranking"); continue
        for member in sorted((set(row) | set(told[code])) - {"annex"}):
            same(RANKS if member in ("rank", "tied", "rankInDistrict") else TOTALS, code + "/" + member, row.get(member), told[code].get(member))
    keys = [(code not in indexes, [-i for i in indexes.get(code, ())], -order.get(code, 0)) for code in told]
    if set(told) != set(again_rows) or keys != sorted(keys): note(RANKS, path, "thứ tự khác", "another order")

# ---- 9: tables
CSV_UNITS = ["code", "group", "kind", "name", "parent"]
CSV_POINTS = ["unit", "criterion", "max", "self", "final", "basis", "proof", "public"]
CSV_RANKING = ["unit", "name", "parent", "rank", "tied", "rankInDistrict", "index", "points", "max", "level", "unranked"]

def csv_line(cells):
    out = []
    for cell in cells:
        cell = "true" if cell is True else str(cell)
        if cell and cell[0] in "=+-@＝＋－＠\t\r": cell = "'" + cell
        out.append('"%s"' % cell.replace('"', '""') if re.search('[,"\r\n]', cell) else cell)
    return ",".join(out) + "\n"
def csv_points(unit, by_id):
    def told(said): return said["points"] if said["is"] == "POINTS" else said["is"]
    rows = ""
    for name, criterion in by_id.items():
        cell = unit["cells"].get(name, {})
        values = [told(cell["self"]), told(cell["final"]), cell["basis"], cell["proof"]] if "self" in cell else [""] * 4
        rows += csv_line([unit["unit"], name, show(F(criterion["maxPoints"]))] + values + [criterion.get("public", "all")])
    return rows
def csv(path, columns, rows, ready=""):
    with reading(TABLES, path):
        if text(path) != csv_line(columns) + "".join(map(csv_line, rows)) + ready: note(TABLES, path, "khác với JSON", "says something else than the JSON")

def result():
    with reading(POINTS, "data/campaign.json"):
        campaign, table = parse(text("data/campaign.json")), []
        same(POINTS, "data/campaign.json", "minhbach-bundle-1", campaign["format"])
        for number in sorted(campaign["groups"]):
            with reading(POINTS, "data/scores/group-%s.jsonl" % number):
                group_of_units(campaign, number, [u for u in campaign["units"] if str(u["group"]) == number], table)
        with reading(CODE, "data/campaign.json"):
            digests = {number: group["digest"] for number, group in campaign["groups"].items()}
            code = sha(canon({"campaign": campaign["campaign"], "issue": campaign["issue"], "tables": digests}).encode()).hex()[:16]
            same(CODE, "data/campaign.json code", " ".join(code[i:i + 4] for i in range(0, 16, 4)), campaign["code"])
        csv("data/units.csv", CSV_UNITS, [[u.get(c, "") for c in CSV_UNITS] for u in campaign["units"]])
        csv("data/points.csv", CSV_POINTS, [], "".join(table))
        with reading(TABLES, "data/datapackage.json"):
            for resource in parse(text("data/datapackage.json"))["resources"]:
                path = "data/" + resource["path"]
                same(TABLES, path, text(path).split("\n")[0], csv_line([f["name"] for f in resource["schema"]["fields"]]).strip())

def last_line(vi):
    counts = tuple(proofs.get(p, 0) for p in ("SOURCE", "INSPECTED", "DOCUMENT", "DECLARED")) + (given_cells, hidden_cells)
    if vi: return "Phép tính và thứ hạng %s; số liệu gốc không được chứng minh ở đây " % ("KHÔNG khớp" if faults else "khớp") + \
        "(nguồn của tỉnh %d, đã kiểm tra %d, chỉ có hồ sơ %d, chỉ khai báo %d; điểm cho trực tiếp %d; không công khai %d)" % counts
    return "Arithmetic and ranks %s; the figures behind them are not proven here " % ("do NOT match" if faults else "match") + \
        "(province's source %d, inspected %d, documents only %d, declared only %d; points given as such %d; not public %d)" % counts

def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8")
    english = "--lang=en" in arguments
    key = next((a[6:] for a in arguments if a.startswith("--key=")), None)
    names = [a for a in arguments if not a.startswith("--")]
    if len(names) != 1: print("python3 verify.py [--lang=en] [--key=NAME] bundle.zip"); return 2
    opened = True
    try:
        with zipfile.ZipFile(names[0]) as archive: unpack(archive)
    except (OSError, zipfile.BadZipFile, ValueError, EOFError):
        opened = False
        note(BAG, re.split(r"[/\\]", names[0])[-1], "không mở được tệp zip", "not a zip that opens")
    if opened: hashes(); seal(key); ledgers(); result()
    for step, (vi, en) in enumerate(STEPS[:10 if opened else 1], 1):
        own = [fault[1:] for fault in faults if fault[0] == step]
        more = " (%s)" % seal_key if step == SEAL else ""
        for word, other, told, say in [("SAI", "FAULT", p + ": " + v, p + ": " + e) for p, v, e in own] or [("ĐÚNG", "OK", vi + more, en + more)]:
            print("[%d] %s %s" % (step, other, say) if english else "[%d] %s %s\n    %s %s" % (step, word, told, other, say))
    if not english: print(last_line(False))
    print(last_line(not english))
    return 1 if faults else 0

if __name__ == "__main__": sys.exit(main(sys.argv[1:]))
