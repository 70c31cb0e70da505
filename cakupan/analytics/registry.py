"""Every formula a reader meets, beside the function that works it out and the cut-offs it uses.

The Metode page is drawn from here, so that what it says is what is computed. The sentences of each
method stand in texts/ under its id. No arithmetic comes in here.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction

from cakupan.analytics import (
    arrival,
    assessment,
    contest,
    contributions,
    cost,
    coverage,
    flags,
    gaps,
    grades,
    growth,
    juries,
    needs,
    nominees,
    outliers,
    pairing,
    published_checks,
    quality,
    ranking,
    rounding,
    scores,
    segment_coverage,
    sharing,
    stability,
    totals,
    trajectory,
    what_if,
    year_so_far,
)
from cakupan.domain.records import Record, field

Number = int | float | Fraction
_LETTERS = {
    "N_i": "Nᵢ",
    "D_i": "Dᵢ",
    "N_s": "Nₛ",
    "N_J": "N_J",
    "c_i": "cᵢ",
    "t_N": "t(N)",
    "N_0": "N₀",
    "N_1": "N₁",
    "D_0": "D₀",
    "D_1": "D₁",
    "dp": "Δp",
    "dp_year": "Δp",
    "p_star": "p*",
    "p_0": "p₀",
    "p_t": "pₜ",
    "p_i": "pᵢ",
    "t_0": "t₀",
    "g_D": "g",
    "s_i": "s",
    "x_i": "x",
    "w_k": "w",
    "N_star": "N*",
    "K_i": "Kᵢ",
    "w_i": "wᵢ",
    "i_month": "i",
    "q_i": "qᵢ",
    "x_j": "xⱼ",
    "x_mean": "x̄ₖ",
    "n_judges": "n",
    "s_judges": "s",
}


class Method(Record, frozen=True):
    """One formula. ``symbols`` are the letters it uses, each explained in texts/.

    ``cut_offs`` are the numbers that decide, by the id of their sentence: the very ones the
    function compares with. ``allows`` are the grades that marks of quality allow.
    """

    id: str
    function: Callable[..., object]
    formula: str
    symbols: tuple[str, ...]
    cut_offs: Mapping[str, Number] = field(default_factory=dict)
    allows: Mapping[quality.Mark, grades.Grade] = field(default_factory=dict)

    @property
    def letters(self) -> tuple[tuple[str, str], ...]:
        """Each symbol with the way it is written in the formula: ``N_0`` is N₀."""
        return tuple((symbol, _LETTERS.get(symbol, symbol)) for symbol in self.symbols)

    @property
    def place(self) -> str:
        """Where in the program it stands: ``coverage.coverage``."""
        return f"{self.function.__module__.rpartition('.')[2]}.{self.function.__name__}"


class Topic(Record, frozen=True):
    """Methods that belong together, in the order of reading."""

    id: str
    methods: tuple[Method, ...]


TOPICS = (
    Topic(
        "coverage",
        (
            Method("coverage", coverage.coverage, "p = N ÷ D", ("p", "N", "D")),
            Method(
                "without", segment_coverage.without, "p = (ΣNₛ − N_J) ÷ D", ("p", "N_s", "N_J", "D")
            ),
            Method("total", totals.roll_up, "p = ΣNᵢ ÷ ΣDᵢ", ("p", "N_i", "D_i")),
            Method(
                "pairing", pairing.pair_workforce, "D = D(t*),  t* = maks{t ≤ t(N)}", ("D", "t_N")
            ),
        ),
    ),
    Topic(
        "growth",
        (
            Method("growth", growth.relative_growth, "g = (N₁ − N₀) ÷ N₀", ("g", "N_0", "N_1")),
            Method(
                "decomposition",
                growth.decompose,
                "Δp = (N₁ − N₀) ÷ D₀ − N₁·(D₁ − D₀) ÷ (D₀·D₁)",
                ("dp", "N_0", "N_1", "D_0", "D_1"),
            ),
            Method(
                "contribution",
                contributions.contributions,
                "cᵢ = N₁ᵢ ÷ D₁ − N₀ᵢ ÷ D₀,  Σcᵢ = Δp",
                ("c_i", "N_i", "D_0", "D_1", "dp"),
            ),
            Method(
                "year_so_far",
                year_so_far.year_so_far,
                "g = ΣN₁ ÷ ΣN₀ − 1",
                ("g", "N_0", "N_1"),
            ),
            Method(
                "growth_bounds",
                rounding.growth_bounds,
                "(N₁ − u/2) ÷ (N₀ + u/2) − 1 ≤ g ≤ (N₁ + u/2) ÷ (N₀ − u/2) − 1",
                ("g", "N_0", "N_1", "u"),
            ),
        ),
    ),
    Topic(
        "target",
        (
            Method("need", gaps.people_needed, "K = ⌈r·D⌉ − N", ("K", "r", "D", "N")),
            Method("monthly", gaps.people_a_month, "k = ⌈K ÷ m⌉", ("k", "K", "m")),
            Method(
                "glide",
                trajectory.glide_path,
                "p*(y) = p₀ + (p_T − p₀)·(y − t₀) ÷ (T − t₀)",
                ("p_star", "p_0", "p_T", "t_0", "T"),
            ),
            Method(
                "workforce_ahead", gaps.workers_after, "D(y) = D₀·(1 + g)^(y − t₀)", ("D_0", "g_D")
            ),
            Method(
                "status",
                assessment.assess,
                "R = [(pₜ − p₀) ÷ (t − t₀)] ÷ [(p_T − p₀) ÷ (T − t₀)]",
                ("R", "p_t", "p_0", "p_T", "t_0", "T"),
                {
                    "on_track": assessment.ON_TRACK_FROM,
                    "accelerate": assessment.ACCELERATE_FROM,
                },
            ),
            Method(
                "outlook",
                trajectory.outlook,
                "p(T) = pₜ + Δp·(T − t),  Δp ∈ {min, maks}",
                ("p_t", "dp_year", "T"),
            ),
            Method(
                "arrival",
                arrival.arrival,
                "t + (p_T − pₜ) ÷ Δp",
                ("p_T", "p_t", "dp_year"),
                {"fewest_changes": arrival.FEWEST_CHANGES},
            ),
            Method(
                "yearly_need",
                needs.yearly_needs,
                "N*(y) = ⌈p*(y)·D(y)⌉",
                ("N_star", "p_star", "g_D"),
            ),
            Method("what_if", what_if.goal_month, "N + a·m ≥ r·D(y)", ("N", "a", "m", "r", "g_D")),
            Method("share", sharing.split_need, "Kᵢ = K·wᵢ ÷ Σwᵢ", ("K_i", "K", "w_i")),
            Method("cost", cost.cost_to_close, "B = K·i·b", ("B", "K", "i_month", "b")),
        ),
    ),
    Topic(
        "ranking",
        (
            Method("rank", ranking.rank_by_coverage, "1 + #{j : pⱼ > pᵢ}", ("p_i",)),
            Method(
                "normalised",
                scores.normalised,
                "sᵢ = 100·(xᵢ − min) ÷ (maks − min)",
                ("s_i", "x_i"),
            ),
            Method("score", scores.weighted, "S = Σ wₖ·sₖ ÷ Σ wₖ", ("S", "w_k", "s_i")),
            Method("gap_closed", scores.gap_closed, "Δp ÷ (1 − p₀)", ("dp", "p_0")),
            Method(
                "stability",
                stability.stability,
                "w ~ Dirichlet(c·w ÷ Σw)",
                ("w_k", "c"),
                {"draws": stability.DRAWS, "concentration": stability.CONCENTRATION},
            ),
            Method("rank_bounds", scores.rank_bounds, "1 + #{j : min Sⱼ > maks Sᵢ}", ("S",)),
            Method("judge_mean", juries.spread, "x̄ₖ = Σxⱼₖ ÷ n", ("x_mean", "x_j", "n_judges")),
            Method(
                "judge_spread",
                juries.spread,
                "s = √(Σ(xⱼ − x̄)² ÷ n)",
                ("s_judges", "x_j", "x_mean", "n_judges"),
            ),
            Method(
                "nominee_score",
                nominees.weighted_mean,
                "S = Σ wₖ·x̄ₖ ÷ Σ wₖ",
                ("S", "w_k", "x_mean"),
            ),
            Method("eligibility", contest.eligibility, "pᵢ ≤ 1,  p₀ < 1", ("p_i", "p_0")),
        ),
    ),
    Topic(
        "consistency",
        (
            Method(
                "triple",
                rounding.consistency,
                "(N − u/2) ÷ (D + u/2) ≤ p ≤ (N + u/2) ÷ (D − u/2)",
                ("N", "D", "p", "u"),
            ),
            Method(
                "outlier",
                outliers.modified_z,
                "z = 0,6745·|x − median| ÷ MAD",
                ("x", "MAD"),
                {"outlier": outliers.THRESHOLD},
            ),
            Method(
                "jump",
                flags.coverage_flags,
                "|N₁ ÷ D₁ − N₀ ÷ D₀|",
                ("N_1", "N_0", "D_1", "D_0"),
                {"jump": flags.JUMP_BEYOND},
            ),
            Method(
                "grade",
                grades.grade,
                "q = maks{qᵢ},  A < B < C < D",
                ("q", "q_i"),
                {"stale_months": quality.STALE_AFTER},
                grades.WEIGHTS,
            ),
            Method("part_whole", published_checks.whole_checks, "Nᵢ − u/2 > N", ("N_i", "u", "N")),
            Method(
                "published_near",
                published_checks.ratio_checks,
                "min |p − N ÷ D|",
                ("p", "N", "D"),
                {"near": published_checks.NEAR},
            ),
        ),
    ),
)
