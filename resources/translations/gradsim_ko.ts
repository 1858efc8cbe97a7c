<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name>Actions</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Undo: {edit}</source>
        <translation>실행 취소: {edit}</translation>
    </message>
    <message>
        <source>Redo: {edit}</source>
        <translation>다시 실행: {edit}</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>새 프로젝트…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Rename project…</source>
        <translation>프로젝트 이름 바꾸기…</translation>
    </message>
    <message>
        <source>Export worksheet…</source>
        <translation>활동지 내보내기…</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>데이터 가져오기…</translation>
    </message>
    <message>
        <source>Export plot…</source>
        <translation>그래프 내보내기…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>도전</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>배치 초기화</translation>
    </message>
    <message>
        <source>Notation…</source>
        <translation>표기법…</translation>
    </message>
    <message>
        <source>Check the gradients</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Small map of the keys (?)</source>
        <translation>작은 단축키 안내 (?)</translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation>판정 규칙</translation>
    </message>
    <message>
        <source>Conventions</source>
        <translation>표기와 약속</translation>
    </message>
    <message>
        <source>About GradSim</source>
        <translation>GradSim 정보</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Next divider</source>
        <translation>다음 경계선</translation>
    </message>
    <message>
        <source>Divider before</source>
        <translation>이전 경계선</translation>
    </message>
</context>
<context>
    <name>Activation</name>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Near 1 on the right and 0 on the left, up to 1.13 between, and slightly negative below z = −0.75, where it turns the gradient&apos;s sign.</source>
        <translation>오른쪽은 1, 왼쪽은 0에 가깝고 그 사이에서는 1.13까지 커집니다. z = −0.75 아래에서는 조금 음수라 기울기의 부호를 바꿉니다.</translation>
    </message>
    <message>
        <source>GELU (tanh form)</source>
        <translation>GELU(tanh 꼴)</translation>
    </message>
    <message>
        <source>The slope of GELU to within a few thousandths: near 1 on the right, near 0 on the left, slightly negative below z = −0.75.</source>
        <translation>GELU의 기울기와 천분의 몇 안에서 같습니다. 오른쪽은 1, 왼쪽은 0에 가깝고 z = −0.75 아래에서는 조금 음수입니다.</translation>
    </message>
    <message>
        <source>SiLU (swish)</source>
        <translation>SiLU(swish)</translation>
    </message>
    <message>
        <source>Near 1 on the right and 0 on the left, up to 1.10 between, and slightly negative below z = −1.28, where it turns the gradient&apos;s sign.</source>
        <translation>오른쪽은 1, 왼쪽은 0에 가깝고 그 사이에서는 1.10까지 커집니다. z = −1.28 아래에서는 조금 음수라 기울기의 부호를 바꿉니다.</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>Near 1 on the right and 0 on the left, up to 1.09 between, 0.6 at z = 0, and slightly negative below z = −1.19.</source>
        <translation>오른쪽은 1, 왼쪽은 0에 가깝고 그 사이에서는 1.09까지 커집니다. z = 0에서 0.6이고 z = −1.19 아래에서는 조금 음수입니다.</translation>
    </message>
    <message>
        <source>Hard swish</source>
        <translation>하드 스위시</translation>
    </message>
    <message>
        <source>Exactly 0 left of −3, 1 right of 3 and a straight line from −½ to 1½ between: it can block, turn or stretch a gradient.</source>
        <translation>−3 왼쪽은 정확히 0, 3 오른쪽은 1, 그 사이는 −½에서 1½까지의 직선입니다. 기울기를 막거나 뒤집거나 늘릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>Always 1: the gradient passes unchanged, and only the weights act on it.</source>
        <translation>언제나 1입니다. 기울기는 그대로 지나가고 가중치만 기울기를 바꿉니다.</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>사인</translation>
    </message>
    <message>
        <source>Between −1 and 1 and never fading for good: large z turn the gradient&apos;s sign instead of saturating.</source>
        <translation>−1과 1 사이를 오가며 완전히 사라지지 않습니다. z가 크면 포화하는 대신 기울기의 부호를 바꿉니다.</translation>
    </message>
    <message>
        <source>Softmax (last layer)</source>
        <translation>소프트맥스(마지막 층)</translation>
    </message>
    <message>
        <source>A whole matrix, because every output depends on every z; with cross-entropy it cancels down to a − y.</source>
        <translation>모든 출력이 모든 z에 달려 있어 행렬 전체가 필요합니다. 교차 엔트로피와 만나면 약분되어 a − y만 남습니다.</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Exactly 1 or exactly 0 (at z = 0 it is 0, as in PyTorch): a gradient passes unchanged or not at all.</source>
        <translation>정확히 1이거나 정확히 0입니다(PyTorch처럼 z = 0에서는 0). 기울기는 그대로 지나가거나 전혀 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>1 on the right and a small slope on the left (also at z = 0): no unit can die, but the left side passes little.</source>
        <translation>오른쪽은 1, 왼쪽은 작은 기울기입니다(z = 0에서도). 죽는 뉴런은 없지만 왼쪽에서는 조금만 지나갑니다.</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>1 on the right; on the left it fades exponentially, so only strongly negative units hold the gradient back.</source>
        <translation>오른쪽은 1, 왼쪽에서는 지수적으로 줄어듭니다. 크게 음수인 뉴런만 기울기를 막습니다.</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>1.05 on the right and up to 1.76 just left of 0 (its value at 0 too): tuned so that activations with weights of variance 1/fan-in keep mean 0 and variance 1.</source>
        <translation>오른쪽은 1.05, 0 바로 왼쪽은 최대 1.76입니다(0에서의 값이기도 합니다). 가중치의 분산이 1/fan-in일 때 활성값이 평균 0, 분산 1을 지키도록 맞춘 값입니다.</translation>
    </message>
    <message>
        <source>CELU</source>
        <translation>CELU</translation>
    </message>
    <message>
        <source>1 on the right; on the left it fades smoothly from 1, the more slowly the larger alpha.</source>
        <translation>오른쪽은 1, 왼쪽에서는 1에서 매끄럽게 줄어듭니다. 알파가 클수록 천천히 줄어듭니다.</translation>
    </message>
    <message>
        <source>ReLU6</source>
        <translation>ReLU6</translation>
    </message>
    <message>
        <source>1 between 0 and 6 and exactly 0 outside (here also at 0 and 6, as in PyTorch): it blocks large units as well as negative ones.</source>
        <translation>0과 6 사이에서는 1, 바깥에서는 정확히 0입니다(PyTorch처럼 0과 6에서도 0). 음수뿐 아니라 큰 뉴런도 막습니다.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>소프트플러스</translation>
    </message>
    <message>
        <source>The sigmoid itself: near 1 for large z, ½ at z = 0 and fading to the left, a ReLU with a rounded corner.</source>
        <translation>시그모이드 그 자체입니다. z가 크면 1에 가깝고 z = 0에서 ½이며 왼쪽으로 갈수록 사라집니다. 모서리를 둥글린 ReLU입니다.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>시그모이드</translation>
    </message>
    <message>
        <source>At most ¼, reached at z = 0, and near 0 on both sides: every sigmoid layer shrinks the gradient at least fourfold before the weights act.</source>
        <translation>z = 0에서 가장 커서 ¼이고 양쪽에서는 0에 가깝습니다. 시그모이드 층은 가중치가 작용하기 전에 기울기를 적어도 4분의 1로 줄입니다.</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>At most 1, reached at z = 0: a gradient passes whole while z is small and fades as the unit saturates.</source>
        <translation>z = 0에서 가장 커서 1입니다. z가 작으면 기울기가 온전히 지나가고 뉴런이 포화할수록 사라집니다.</translation>
    </message>
    <message>
        <source>Softsign</source>
        <translation>소프트사인</translation>
    </message>
    <message>
        <source>At most 1, and it fades only as 1/z², far more slowly than the slope of tanh.</source>
        <translation>가장 커도 1이고 1/z²로만 줄어들어 tanh의 기울기보다 훨씬 천천히 사라집니다.</translation>
    </message>
    <message>
        <source>Hard sigmoid</source>
        <translation>하드 시그모이드</translation>
    </message>
    <message>
        <source>One sixth between −3 and 3 and exactly 0 outside (here also at ±3, as in PyTorch): a saturated unit stops the gradient altogether.</source>
        <translation>−3과 3 사이에서 6분의 1, 바깥에서는 정확히 0입니다(PyTorch처럼 ±3에서도 0). 포화한 뉴런은 기울기를 완전히 막습니다.</translation>
    </message>
    <message>
        <source>Hard tanh</source>
        <translation>하드 tanh</translation>
    </message>
    <message>
        <source>1 between −1 and 1, where the gradient passes unchanged, and exactly 0 outside (here also at ±1, as in PyTorch).</source>
        <translation>−1과 1 사이에서는 1이라 기울기가 그대로 지나가고, 바깥에서는 정확히 0입니다(PyTorch처럼 ±1에서도 0).</translation>
    </message>
</context>
<context>
    <name>ActivationCurve</name>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>At {x} the height is {y} and the slope {slope}.</source>
        <translation>{x}: 높이 {y}, 기울기 {slope}</translation>
    </message>
    <message>
        <source>The numbers here are too large for a plot.</source>
        <translation>여기의 수는 너무 커서 그래프로 그릴 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>number or expression</source>
        <translation>숫자 또는 식</translation>
    </message>
    <message>
        <source>+, − or 0</source>
        <translation>+, − 또는 0</translation>
    </message>
    <message>
        <source>n of 10ⁿ, as −3</source>
        <translation>10ⁿ의 n (예: −3)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>다음 문제</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>{action} (Enter)</source>
        <translation>{action} (Enter)</translation>
    </message>
    <message>
        <source>Keypad</source>
        <translation>숫자판</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>음수</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>영</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>양수</translation>
    </message>
</context>
<context>
    <name>Attribution</name>
    <message>
        <source>activations f′(z)</source>
        <translation>활성화 f′(z)</translation>
    </message>
    <message>
        <source>weights W</source>
        <translation>가중치 W</translation>
    </message>
    <message>
        <source>remedies</source>
        <translation>처방</translation>
    </message>
    <message>
        <source>inputs a⁽ˡ⁻¹⁾</source>
        <translation>입력 a⁽ˡ⁻¹⁾</translation>
    </message>
    <message>
        <source>samples cancel</source>
        <translation>샘플 상쇄</translation>
    </message>
    <message>
        <source>number of entries</source>
        <translation>원소 수</translation>
    </message>
</context>
<context>
    <name>AttributionLegend</name>
    <message>
        <source>no sum: some gradient is 0 or no number</source>
        <translation>합 없음: 0이거나 수가 아닌 기울기가 있습니다</translation>
    </message>
    <message>
        <source>together {total}, not all of it told apart</source>
        <translation>합계 {total}, 일부는 원인별로 나눌 수 없음</translation>
    </message>
    <message>
        <source>together {total}</source>
        <translation>합계 {total}</translation>
    </message>
</context>
<context>
    <name>AttributionView</name>
    <message>
        <source>decades</source>
        <translation>자릿수</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>layer {layer}, in decades</source>
        <translation>{layer}층, 자릿수</translation>
    </message>
    <message>
        <source>layers {first}–{last} together, in decades</source>
        <translation>{first}–{last}층 합계, 자릿수</translation>
    </message>
    <message>
        <source>together</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Attribution of the decades per layer</source>
        <translation>층마다 자릿수를 늘리고 줄인 원인</translation>
    </message>
    <message>
        <source>Arrow keys read each layer&apos;s decades, Enter selects the layer</source>
        <translation>화살표 키로 층마다 자릿수를 읽고, Enter로 층을 선택합니다</translation>
    </message>
</context>
<context>
    <name>BuilderEdit</name>
    <message>
        <source>Set inputs</source>
        <translation>입력 수 바꾸기</translation>
    </message>
    <message>
        <source>Set cost</source>
        <translation>손실 함수 바꾸기</translation>
    </message>
    <message>
        <source>Set cost and output activation</source>
        <translation>손실 함수와 출력 활성화 바꾸기</translation>
    </message>
    <message>
        <source>Set data</source>
        <translation>데이터 바꾸기</translation>
    </message>
    <message>
        <source>Set seed</source>
        <translation>시드 바꾸기</translation>
    </message>
    <message>
        <source>New draw</source>
        <translation>새로 뽑기</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count}개 층</translation>
    </message>
    <message>
        <source>Set activation of {layers}</source>
        <translation>활성화 바꾸기: {layers}</translation>
    </message>
    <message>
        <source>Set weights of {layers}</source>
        <translation>가중치 초기화 바꾸기: {layers}</translation>
    </message>
    <message>
        <source>Set biases of {layers}</source>
        <translation>편향 초기화 바꾸기: {layers}</translation>
    </message>
    <message>
        <source>Set gain of {layers}</source>
        <translation>게인 바꾸기: {layers}</translation>
    </message>
    <message>
        <source>Set units of {layers}</source>
        <translation>뉴런 수 바꾸기: {layers}</translation>
    </message>
    <message>
        <source>Apply {layers} to every hidden layer</source>
        <translation>모든 은닉층에 적용: {layers}</translation>
    </message>
    <message>
        <source>Redraw {layers}</source>
        <translation>다시 뽑기: {layers}</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>Insert layer</source>
        <translation>층 끼워 넣기</translation>
    </message>
    <message>
        <source>Duplicate layers</source>
        <translation>층 복제</translation>
    </message>
    <message>
        <source>Delete layers</source>
        <translation>층 삭제</translation>
    </message>
    <message>
        <source>Move layers</source>
        <translation>층 옮기기</translation>
    </message>
    <message>
        <source>Redraw layers</source>
        <translation>층 다시 뽑기</translation>
    </message>
    <message>
        <source>Type weights of {layers}</source>
        <translation>가중치 입력: {layers}</translation>
    </message>
    <message>
        <source>Type biases of {layers}</source>
        <translation>편향 입력: {layers}</translation>
    </message>
    <message>
        <source>Type samples</source>
        <translation>샘플 입력</translation>
    </message>
    <message>
        <source>Add sample</source>
        <translation>샘플 추가</translation>
    </message>
    <message>
        <source>Delete samples</source>
        <translation>샘플 삭제</translation>
    </message>
    <message>
        <source>Set normalization of {layers}</source>
        <translation>{layers}의 정규화 설정</translation>
    </message>
    <message>
        <source>Set residual connection of {layers}</source>
        <translation>{layers}의 잔차 연결 설정</translation>
    </message>
    <message>
        <source>Set dropout of {layers}</source>
        <translation>{layers}의 드롭아웃 설정</translation>
    </message>
    <message>
        <source>Reset γ and β of {layers}</source>
        <translation>{layers}의 γ와 β 되돌리기</translation>
    </message>
    <message>
        <source>Set mode</source>
        <translation>모드 설정</translation>
    </message>
    <message>
        <source>Type normalization of {layers}</source>
        <translation>{layers}의 정규화 수 입력</translation>
    </message>
</context>
<context>
    <name>BuilderPanel</name>
    <message>
        <source>as at step {step}</source>
        <translation>{step}걸음째의 모습</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>+  Add layer</source>
        <translation>+  층 추가</translation>
    </message>
    <message>
        <source>Add layer</source>
        <translation>층 추가</translation>
    </message>
    <message>
        <source>A hidden layer before the output, like the last hidden one</source>
        <translation>출력층 앞에 마지막 은닉층과 같은 은닉층을 추가합니다</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>In evaluation mean and variance are the running ones, fixed numbers: the factor is γ/√(v + ε) alone.</source>
        <translation>평가할 때 평균과 분산은 이동 통계로 정해진 수이므로, 인수는 γ/√(v + ε)뿐입니다.</translation>
    </message>
    <message>
        <source>The layer is added to its own input. Into the layer goes α times the gradient; past it goes the gradient as it is, and meets this one again at +1.</source>
        <translation>층의 출력이 입력에 더해집니다. 층 안으로는 기울기의 α배가 들어가고, 층을 지나치는 길로는 기울기가 그대로 가서 +1에서 다시 만납니다.</translation>
    </message>
    <message>
        <source>The way past the layer: the gradient that arrived at the layer is added as it is. However little came through the layer, this part does not vanish.</source>
        <translation>층을 지나치는 길입니다. 층에 도착한 기울기가 그대로 더해지므로, 층을 지나온 것이 아무리 작아도 이 부분은 사라지지 않습니다.</translation>
    </message>
    <message>
        <source>Units that dropout silenced pass nothing back; the others pass 1/(1 − p) times as much, so that on average nothing is lost.</source>
        <translation>드롭아웃이 끈 뉴런은 아무것도 돌려보내지 않고, 나머지는 1/(1 − p)배를 돌려보내므로 평균으로는 잃는 것이 없습니다.</translation>
    </message>
    <message>
        <source>γ stretches what was normalized, and learns from it: a sum over the samples.</source>
        <translation>γ는 정규화된 값을 늘리거나 줄이며, 그 값에서 배웁니다. 샘플에 대한 합입니다.</translation>
    </message>
    <message>
        <source>β is added after the normalization, so it learns as a bias does.</source>
        <translation>β는 정규화 뒤에 더해지므로 편향처럼 배웁니다.</translation>
    </message>
    <message>
        <source>Dropout silences units at random while training and makes the others 1/(1 − p) times as loud. The seed decides which.</source>
        <translation>드롭아웃은 학습하는 동안 뉴런을 무작위로 끄고 나머지는 1/(1 − p)배로 키웁니다. 어느 것을 끌지는 시드가 정합니다.</translation>
    </message>
    <message>
        <source>The layer only adds to what comes in; a way past it stays open.</source>
        <translation>층은 들어온 것에 더하기만 하므로, 층을 지나치는 길이 열려 있습니다.</translation>
    </message>
    <message>
        <source>γ stretches what was normalized, and learns from it.</source>
        <translation>γ는 정규화된 값을 늘리거나 줄이며, 그 값에서 배웁니다.</translation>
    </message>
    <message>
        <source>The cost is the mean over {samples} samples, so each sample&apos;s share is 1/{samples}.</source>
        <translation>손실은 샘플 {samples}개의 평균이라 샘플마다 1/{samples}씩 몫이 있습니다.</translation>
    </message>
    <message>
        <source>z moves with this weight as fast as {input} is large: what comes in decides how strongly the weight can learn.</source>
        <translation>이 가중치를 움직이면 z는 들어오는 값만큼 빨리 움직입니다({input}). 들어오는 값이 가중치가 얼마나 세게 배울지를 정합니다.</translation>
    </message>
    <message>
        <source>{input} is 0: nothing comes in, so this weight learns nothing from this sample.</source>
        <translation>{input} = 0: 들어오는 것이 없어 이 가중치는 이 샘플에서 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>The bias is added as it is, so this factor is always 1.</source>
        <translation>편향은 그대로 더해지므로 이 인수는 언제나 1입니다.</translation>
    </message>
    <message>
        <source>The bias is added as it is: for every sample this factor is 1. What is left is the sum over {samples} samples.</source>
        <translation>편향은 그대로 더해지므로 샘플마다 이 인수는 1입니다. 남는 것은 모든 샘플의 합입니다(샘플 수: {samples}).</translation>
    </message>
    <message>
        <source>Batch normalization subtracts the mean over the batch, and with it b again. Nothing depends on b, so its gradient is exactly 0; β does its work.</source>
        <translation>배치 정규화는 배치 평균을 빼면서 b도 다시 뺍니다. b에 따라 달라지는 것이 없으므로 그 기울기는 정확히 0입니다. b의 일은 β가 합니다.</translation>
    </message>
    <message>
        <source>They partly cancel: the sum multiplies the norm by {ratio}; in full agreement it would be {most}.</source>
        <translation>서로 일부 상쇄됩니다. 합이 노름에 곱하는 값: {ratio}, 모두 같은 방향일 때의 값: {most}.</translation>
    </message>
    <message>
        <source>They agree in full: the sum multiplies the norm by {ratio}, which is the most it can.</source>
        <translation>모두 같은 방향입니다. 합이 노름에 곱하는 값: {ratio} (가능한 최댓값).</translation>
    </message>
    <message>
        <source>The gradient is the sum over the samples.</source>
        <translation>기울기는 모든 샘플에 걸친 합입니다.</translation>
    </message>
    <message>
        <source>The weight itself: this is how {weight} comes to stand in every gradient of layer {layer} and below.</source>
        <translation>가중치 그 자체입니다. 이렇게 해서 {layer}층과 그 아래의 모든 기울기에 가중치가 들어갑니다({weight}).</translation>
    </message>
    <message>
        <source>{weight} is 0, and it multiplies everything below: along here layer {layer} learns nothing. This is why weights do not start at zero.</source>
        <translation>{weight} = 0: 그 아래 모든 것에 곱해지므로 이 길로는 {layer}층이 아무것도 배우지 못합니다. 그래서 가중치를 0에서 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>z = {z} lies exactly on a kink; there f′ is {slope} by convention, as in PyTorch.</source>
        <translation>z = {z}: 정확히 꺾인 점입니다. 여기서 f′은 PyTorch처럼 약속으로 정합니다: {slope}</translation>
    </message>
    <message>
        <source>{count} values of z lie exactly on a kink; there f′ follows PyTorch&apos;s convention.</source>
        <translation>z 값 {count}개가 정확히 꺾인 점에 있습니다. 여기서 f′은 PyTorch의 약속을 따릅니다.</translation>
    </message>
    <message>
        <source>In this layer f takes {argument} in place of z.</source>
        <translation>이 층에서 f는 z 대신 {argument} 값을 받습니다.</translation>
    </message>
    <message>
        <source>{letter} = {z} lies exactly on a kink; there f′ is {slope} by convention, as in PyTorch.</source>
        <translation>{letter} = {z}: 정확히 꺾인 점입니다. 여기서 f′은 PyTorch처럼 약속으로 정합니다: {slope}</translation>
    </message>
    <message>
        <source>{count} values of {letter} lie exactly on a kink; there f′ follows PyTorch&apos;s convention.</source>
        <translation>{letter} 값 {count}개가 정확히 꺾인 점에 있습니다. 여기서 f′은 PyTorch의 약속을 따릅니다.</translation>
    </message>
    <message>
        <source>Multiplied out, cost and activation leave a − y; it is computed in that form, which keeps every digit.</source>
        <translation>손실 함수와 활성화를 곱하면 a − y만 남습니다. 자릿수를 잃지 않도록 그 꼴로 계산합니다.</translation>
    </message>
    <message>
        <source>Cost and activation in one factor: the cost divides by exactly the slope of the sigmoid that stands here, so both are gone. Output minus target is left, and no saturation can shrink it.</source>
        <translation>손실 함수와 활성화 함수를 인수 하나로 합쳤습니다. 손실 함수의 분모가 바로 이 시그모이드의 기울기이므로 둘이 함께 사라집니다. 출력에서 목표값을 뺀 것만 남고, 포화되어도 줄어들지 않습니다.</translation>
    </message>
    <message>
        <source>Cost and activation in one factor: summed over the outputs, −y/a times the Jacobian of the softmax cancels every a below the line. Output minus target is left.</source>
        <translation>손실 함수와 활성화 함수를 인수 하나로 합쳤습니다. −y/a 벡터와 소프트맥스의 야코비 행렬을 곱해 모든 출력에 대해 더하면 분모의 a가 모두 약분됩니다. 출력에서 목표값을 뺀 것만 남습니다.</translation>
    </message>
    <message>
        <source>{count} of them on this path leave at most {most}.</source>
        <translation>이 경로의 {count}개가 남기는 몫은 최대 {most}입니다.</translation>
    </message>
    <message>
        <source>Each unit adds up what comes in, weighted, and its bias.</source>
        <translation>뉴런마다 들어오는 값에 가중치를 곱해 더하고 편향을 더합니다.</translation>
    </message>
    <message>
        <source>Each unit bends its own z; the next layer sees only this.</source>
        <translation>뉴런마다 자기 z를 휘게 합니다. 다음 층은 이 값만 봅니다.</translation>
    </message>
    <message>
        <source>One number for how wrong the output is: from here the gradient walks back.</source>
        <translation>출력이 얼마나 틀렸는지를 나타내는 수 하나입니다. 여기서부터 기울기가 거슬러 갑니다.</translation>
    </message>
    <message>
        <source>L1 pulls every weight towards 0 by the same λ = {value}, however small the weight is.</source>
        <translation>L1은 가중치가 아무리 작아도 모든 가중치를 똑같이 λ = {value}만큼 0 쪽으로 당깁니다.</translation>
    </message>
    <message>
        <source>L2 pulls every weight towards 0 in proportion to its size, with λ = {value}.</source>
        <translation>L2는 모든 가중치를 그 크기에 비례해 0 쪽으로 당깁니다. λ = {value}.</translation>
    </message>
    <message>
        <source>Ω, with λ = {value}, pulls the weights so that this layer hands the gradient on at the size at which it came; in the first layer it has no term.</source>
        <translation>Ω(λ = {value})는 이 층이 기울기를 들어온 크기 그대로 넘겨주도록 가중치를 당깁니다. 첫 층에는 항이 없습니다.</translation>
    </message>
    <message>
        <source>This term is added for this layer&apos;s step alone and goes no further back. Profiles, the gradient check and the comparison at the end are of the cost without penalties.</source>
        <translation>이 항은 이 층의 학습 걸음에만 더해지고 더 뒤로 가지 않습니다. 층별 그래프, 기울기 검사, 끝의 비교는 규제가 없는 손실의 것입니다.</translation>
    </message>
    <message>
        <source>This path leads through layer {layer}, whose result is multiplied by α = {scale} before it is added to what came in. Other paths lead past it.</source>
        <translation>이 경로는 {layer}층을 지나갑니다. 층의 결과는 α = {scale}배가 되어 들어온 값에 더해집니다. 이 층을 지나치는 경로도 있습니다.</translation>
    </message>
    <message>
        <source>This path leads past layer {layer}: its input is added as it is, P is the identity, and the factor is 1. No W and no f′ of the layer stands on it.</source>
        <translation>이 경로는 {layer}층을 지나칩니다. 층의 입력이 그대로 더해지므로 P는 항등행렬이고 인수는 1입니다. 이 층의 W와 f′은 이 경로에 없습니다.</translation>
    </message>
    <message>
        <source>This path leads past layer {layer}. The widths differ, so a fixed random matrix P stands there, and this is its entry; it is not trained.</source>
        <translation>이 경로는 {layer}층을 지나칩니다. 너비가 달라서 고정된 무작위 행렬 P가 있고, 이 인수는 그 성분입니다. P는 학습되지 않습니다.</translation>
    </message>
    <message>
        <source>Dropout silenced this unit for this sample: nothing comes back along this path.</source>
        <translation>드롭아웃이 이 샘플에서 이 뉴런을 껐습니다. 이 경로로는 아무것도 돌아오지 않습니다.</translation>
    </message>
    <message>
        <source>Dropout kept this unit and made it 1/(1 − p) = {scale} times as loud; the gradient grows by as much.</source>
        <translation>드롭아웃이 이 뉴런을 남기고 1/(1 − p) = {scale}배로 키웠습니다. 기울기도 그만큼 커집니다.</translation>
    </message>
    <message>
        <source>u moves with γ as fast as x̂ is large: what is stretched decides how strongly γ can learn. The path ends here, in front of the normalization itself.</source>
        <translation>γ를 움직이면 u는 x̂의 크기만큼 빨리 움직입니다. γ가 늘리는 값이 γ가 얼마나 세게 배울지를 정합니다. 경로는 정규화로 들어가기 전, 여기에서 끝납니다.</translation>
    </message>
    <message>
        <source>x̂ is 0: there is nothing to stretch, so γ learns nothing from this sample.</source>
        <translation>x̂ = 0: 늘릴 것이 없어 γ는 이 샘플에서 아무것도 배우지 못합니다.</translation>
    </message>
    <message>
        <source>β is added as it is, so this factor is always 1. The path ends here, in front of the normalization itself.</source>
        <translation>β는 그대로 더해지므로 이 인수는 언제나 1입니다. 경로는 정규화로 들어가기 전, 여기에서 끝납니다.</translation>
    </message>
    <message>
        <source>In evaluation the normalization is a straight line with fixed mean and spread: its slope is γ over the spread.</source>
        <translation>평가할 때 정규화는 평균과 표준편차가 정해진 직선입니다. 그 기울기는 γ를 표준편차로 나눈 값입니다.</translation>
    </message>
    <message>
        <source>From a unit to itself through the normalization: γ over the spread, less what the unit moves in the mean and in the spread of its n units.</source>
        <translation>정규화를 거쳐 뉴런에서 자기 자신으로 갑니다. γ를 표준편차로 나눈 값에서, 이 뉴런이 n개 뉴런의 평균과 표준편차를 움직이는 몫을 뺍니다.</translation>
    </message>
    <message>
        <source>From a unit to itself through the normalization: γ over the root mean square, less what the unit moves in that root.</source>
        <translation>정규화를 거쳐 뉴런에서 자기 자신으로 갑니다. γ를 제곱평균제곱근으로 나눈 값에서, 이 뉴런이 그 제곱근을 움직이는 몫을 뺍니다.</translation>
    </message>
    <message>
        <source>The normalization leads to unit {unit} from unit {source}: mean and spread are made of all units together, so each unit moves every other. Paths branch here, as at a softmax.</source>
        <translation>정규화를 거치는 길입니다(뉴런 {source} → 뉴런 {unit}). 평균과 표준편차는 모든 뉴런으로 함께 구하므로 뉴런마다 다른 모든 뉴런을 움직입니다. 소프트맥스처럼 경로가 여기서 갈라집니다.</translation>
    </message>
    <message>
        <source>The normalization leads to unit {unit} from unit {source}: the root mean square is made of all units together, so each unit moves every other. Paths branch here, as at a softmax.</source>
        <translation>정규화를 거치는 길입니다(뉴런 {source} → 뉴런 {unit}). 제곱평균제곱근은 모든 뉴런으로 함께 구하므로 뉴런마다 다른 모든 뉴런을 움직입니다. 소프트맥스처럼 경로가 여기서 갈라집니다.</translation>
    </message>
</context>
<context>
    <name>CardPart</name>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Ask for each number before it is shown (P)</source>
        <translation>숫자를 보여 주기 전에 먼저 묻습니다 (P)</translation>
    </message>
</context>
<context>
    <name>CellSlider</name>
    <message>
        <source>Select a cell to drag its number</source>
        <translation>칸을 선택하면 끌어서 값을 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Number of the selected cell</source>
        <translation>선택한 칸의 값</translation>
    </message>
</context>
<context>
    <name>Challenge</name>
    <message>
        <source>Fifty layers, level: by initialization</source>
        <translation>50개 층을 고르게: 초기화로</translation>
    </message>
    <message>
        <source>Hold ‖∂C/∂z‖ of all fifty layers within half a decade. Only the initialization may be changed.</source>
        <translation>50개 층 모두의 ‖∂C/∂z‖가 반 자릿수 안에 들게 하세요. 초기화만 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>The gradient keeps its size where each layer multiplies it by about 1. For tanh near 0 that asks for weights of variance 1/n; which initializers have it?</source>
        <translation>층마다 곱하는 값이 1쯤이면 기울기의 크기가 유지됩니다. 0 근처의 tanh라면 가중치의 분산이 1/n이어야 합니다. 어떤 초기화가 그럴까요?</translation>
    </message>
    <message>
        <source>Glorot and LeCun come close. Orthogonal weights keep the length of a vector exactly, so that luck plays no part.</source>
        <translation>Glorot와 LeCun이 비슷합니다. 직교 가중치는 벡터의 길이를 정확히 지키므로 운에 달리지 않습니다.</translation>
    </message>
    <message>
        <source>tanh itself takes a little, so the weights must give a little: orthogonal with a gain of about 1.15 in every hidden layer.</source>
        <translation>tanh가 조금씩 줄이므로 가중치가 조금씩 늘려야 합니다. 모든 은닉층에 직교 초기화와 게인 1.15쯤을 쓰세요.</translation>
    </message>
    <message>
        <source>A factor of 1/√3 a layer, as PyTorch&apos;s default brings here, is lost fifty times over: 10⁻¹². At the edge between fading and exploding the factors are 1 on average; orthogonal matrices bring it about without chance, and the gain makes up for tanh′ &lt; 1.</source>
        <translation>PyTorch 기본 초기화는 여기서 층마다 1/√3을 곱하고, 50번 거듭되면 10⁻¹²이 됩니다. 소실과 폭발의 경계에서는 인수가 평균 1입니다. 직교 행렬은 운에 기대지 않고 그렇게 만들고, 게인은 1보다 작은 tanh′을 메웁니다.</translation>
    </message>
    <message>
        <source>Fifty layers, level: by activation</source>
        <translation>50개 층을 고르게: 활성화로</translation>
    </message>
    <message>
        <source>Hold ‖∂C/∂z‖ of all fifty layers within one decade, with activations that still spread by 0.5 before the output. Only the activations may be changed, and not to the identity.</source>
        <translation>50개 층 모두의 ‖∂C/∂z‖가 한 자릿수 안에 들고, 출력 바로 앞의 활성값이 여전히 0.5만큼 퍼지게 하세요. 활성화만 바꿀 수 있고 항등 함수는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The weights have variance 1/n. An activation with f′ of at most ¼ loses more than half a decade in every layer; which has f′ near 1?</source>
        <translation>가중치의 분산은 1/n입니다. f′이 최대 ¼인 활성화는 층마다 반 자릿수 넘게 잃습니다. f′이 1에 가까운 것은 무엇일까요?</translation>
    </message>
    <message>
        <source>tanh comes close to level, but the activations shrink from layer to layer. There is one activation that was made to bring their spread back to 1.</source>
        <translation>tanh는 꽤 고르지만 활성값이 층마다 줄어듭니다. 퍼진 정도를 1로 되돌리도록 만든 활성화가 하나 있습니다.</translation>
    </message>
    <message>
        <source>Choose SELU for every hidden layer: it was made for LeCun weights.</source>
        <translation>모든 은닉층에 SELU를 고르세요. LeCun 가중치에 맞춰 만든 활성화입니다.</translation>
    </message>
    <message>
        <source>SELU&apos;s two constants are chosen such that mean 0 and variance 1 are a fixed point that attracts, given weights of variance 1/n. What keeps the activations alive forward keeps the factors f′ near 1 backward.</source>
        <translation>SELU의 두 상수는 가중치의 분산이 1/n일 때 평균 0, 분산 1이 끌어당기는 고정점이 되도록 정했습니다. 앞으로 갈 때 활성값을 살려 두는 것이 거슬러 올 때 f′을 1 가까이에 둡니다.</translation>
    </message>
    <message>
        <source>‖∂C/∂W‖ of layer {layer}</source>
        <translation>{layer}층의 ‖∂C/∂W‖</translation>
    </message>
    <message>
        <source>largest ‖∂C/∂W‖ up to layer {layer}</source>
        <translation>{layer}층까지 가장 큰 ‖∂C/∂W‖</translation>
    </message>
    <message>
        <source>smallest ‖∂C/∂W‖ up to layer {layer}</source>
        <translation>{layer}층까지 가장 작은 ‖∂C/∂W‖</translation>
    </message>
    <message>
        <source>largest ‖∂C/∂z‖ of a layer above the smallest</source>
        <translation>가장 큰 층과 가장 작은 층의 ‖∂C/∂z‖ 차이</translation>
    </message>
    <message>
        <source>spread of the activations of layer {layer}</source>
        <translation>{layer}층 활성값이 퍼진 정도</translation>
    </message>
    <message>
        <source>hidden units with the gradient of another</source>
        <translation>다른 뉴런과 기울기가 같은 은닉 뉴런</translation>
    </message>
    <message>
        <source>weights and biases changed</source>
        <translation>바뀐 가중치와 편향</translation>
    </message>
    <message>
        <source>lowest cost C in the first {most} steps</source>
        <translation>처음 {most}걸음에서 가장 작은 손실 C</translation>
    </message>
    <message>
        <source>cost C now</source>
        <translation>지금의 손실 C</translation>
    </message>
    <message>
        <source>steps taken</source>
        <translation>간 걸음</translation>
    </message>
    <message>
        <source>No layer is added, deleted, replaced or moved, and the units stay.</source>
        <translation>층을 더하거나 지우거나 갈아 끼우거나 옮기지 않고, 뉴런 수도 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The last layer stays as it is.</source>
        <translation>마지막 층은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The activations stay as they are.</source>
        <translation>활성화는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Initializers and gains of the weights stay as they are.</source>
        <translation>가중치의 초기화와 게인은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>The biases stay as they are.</source>
        <translation>편향은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Data, cost and seed stay as they are.</source>
        <translation>데이터, 손실 함수, 시드는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>No weight or bias is typed in.</source>
        <translation>가중치와 편향을 직접 입력하지 않습니다.</translation>
    </message>
    <message>
        <source>No normalization, residual connection or dropout is added.</source>
        <translation>정규화, 잔차 연결, 드롭아웃을 더하지 않습니다.</translation>
    </message>
    <message>
        <source>No hidden layer has the identity or nearly so: between z = −2 and 2 the largest f′ is at least twice the smallest.</source>
        <translation>은닉층에 항등 함수나 그와 거의 같은 활성화를 쓰지 않습니다. z = −2와 2 사이에서 가장 큰 f′이 가장 작은 f′의 2배 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>At most one layer is changed; numbers typed in count, too.</source>
        <translation>층은 하나만 바꿉니다. 직접 입력한 값도 변경으로 셉니다.</translation>
    </message>
    <message>
        <source>Nothing of the plan is changed but the clipping.</source>
        <translation>학습 계획에서 기울기 자르기 말고는 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Let it fade</source>
        <translation>사라지게 하기</translation>
    </message>
    <message>
        <source>Bring the gradient of the first of six layers below 10⁻⁸, while the last layer keeps more than 10⁻².</source>
        <translation>6개 층 가운데 첫 층의 기울기를 10⁻⁸ 아래로 내리되, 마지막 층은 10⁻²보다 크게 두세요.</translation>
    </message>
    <message>
        <source>On the way back each layer multiplies the gradient by f′(z) and by its weights. Which of the two can be made small for all layers at once?</source>
        <translation>거슬러 오는 길에 층마다 기울기에 f′(z)과 가중치를 곱합니다. 모든 층에서 한꺼번에 작게 만들 수 있는 것은 무엇일까요?</translation>
    </message>
    <message>
        <source>Small weights alone make the activations of tanh small too, and the last layer&apos;s gradient with them. Look for an activation that stays away from 0.</source>
        <translation>가중치만 작게 하면 tanh의 활성값도 작아지고 마지막 층의 기울기까지 작아집니다. 0에서 떨어져 있는 활성화를 찾아보세요.</translation>
    </message>
    <message>
        <source>Give a hidden layer the sigmoid and a gain of 0.05, then apply it to every hidden layer.</source>
        <translation>은닉층 하나에 시그모이드와 게인 0.05를 주고 모든 은닉층에 적용하세요.</translation>
    </message>
    <message>
        <source>σ′ is never above ¼, and small weights make every further factor smaller still. Their product falls with each layer, while the last layer is only one factor from the cost.</source>
        <translation>σ′은 ¼을 넘지 않고, 작은 가중치는 인수를 더 작게 만듭니다. 그 곱은 층마다 줄어들지만 마지막 층은 손실에서 인수 하나만큼 떨어져 있을 뿐입니다.</translation>
    </message>
    <message>
        <source>Make tanh explode</source>
        <translation>tanh 폭발시키기</translation>
    </message>
    <message>
        <source>Twenty tanh layers: bring the gradient of the first one above 10⁴. tanh stays.</source>
        <translation>tanh 층 20개에서 첫 층의 기울기를 10⁴ 위로 올리세요. tanh는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>tanh′ is never above 1. So it must be the other factor that grows.</source>
        <translation>tanh′은 1을 넘지 않습니다. 그러니 커져야 하는 것은 다른 인수입니다.</translation>
    </message>
    <message>
        <source>Raise the gain of the hidden layers and watch the profile tilt. Saturated units pass little, but the few others pass it with large weights.</source>
        <translation>은닉층의 게인을 올리면서 기울기 곡선이 기우는 모습을 보세요. 포화한 뉴런은 거의 막지만, 나머지 몇 개가 큰 가중치를 곱해 보냅니다.</translation>
    </message>
    <message>
        <source>Set the gain of every hidden layer to about 10.</source>
        <translation>모든 은닉층의 게인을 10쯤으로 하세요.</translation>
    </message>
    <message>
        <source>Each layer multiplies the squared gradient by σ_w²·E f′(z)². Larger weights saturate more units, so E f′² falls, but only like 1/σ_w: the product still grows beyond 1. Saturation does not protect from explosion.</source>
        <translation>층마다 기울기의 제곱에 σ_w²·E f′(z)²을 곱합니다. 가중치가 크면 더 많은 뉴런이 포화해 E f′²이 줄지만 1/σ_w만큼만 줄어서 곱은 1보다 커집니다. 포화는 폭발을 막아 주지 않습니다.</translation>
    </message>
    <message>
        <source>Cut the wire</source>
        <translation>줄 끊기</translation>
    </message>
    <message>
        <source>Make the gradient of every hidden layer exactly 0, while the last layer still learns. Change one layer only.</source>
        <translation>모든 은닉층의 기울기를 정확히 0으로 만들되 마지막 층은 계속 배우게 하세요. 층은 하나만 바꿉니다.</translation>
    </message>
    <message>
        <source>Follow the chain from the cost: which single factor stands before all hidden layers, but not before the last layer&apos;s own weights?</source>
        <translation>손실에서부터 연쇄를 따라가 보세요. 모든 은닉층의 앞에는 있지만 마지막 층의 가중치 앞에는 없는 인수 하나는 무엇일까요?</translation>
    </message>
    <message>
        <source>∂z/∂a of the last layer is its weight matrix. ∂z/∂W is the activation before it, and a sigmoid is never 0.</source>
        <translation>마지막 층의 ∂z/∂a는 그 층의 가중치 행렬입니다. ∂z/∂W는 그 앞의 활성값이고, 시그모이드는 0이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Select the last layer and initialize its weights with zeros.</source>
        <translation>마지막 층을 선택해 가중치를 0으로 초기화하세요.</translation>
    </message>
    <message>
        <source>Every hidden gradient goes through the last layer&apos;s weights: with these at 0 it is 0 exactly, not merely small. The last layer learns all the same, and after one step its weights are no longer 0: the wire mends itself.</source>
        <translation>은닉층의 기울기는 모두 마지막 층의 가중치를 지납니다. 이 값이 0이면 기울기는 작은 것이 아니라 정확히 0입니다. 그래도 마지막 층은 배우고, 한 걸음 뒤면 가중치가 0이 아닙니다. 끊긴 줄이 스스로 이어집니다.</translation>
    </message>
    <message>
        <source>XOR in a hundred steps</source>
        <translation>백 걸음에 XOR</translation>
    </message>
    <message>
        <source>Train three hidden units on XOR to a cost below 0.05 within 100 steps.</source>
        <translation>은닉 뉴런 3개로 XOR를 학습해 100걸음 안에 손실을 0.05 아래로 내리세요.</translation>
    </message>
    <message>
        <source>Train once as it stands. How far does a step move the layers? About 10⁻³ of their size is usual; a network this small bears much more.</source>
        <translation>먼저 그대로 학습해 보세요. 한 걸음에 층이 얼마나 움직이나요? 보통은 크기의 10⁻³쯤이지만 이렇게 작은 신경망은 훨씬 큰 걸음도 견딥니다.</translation>
    </message>
    <message>
        <source>A higher rate helps, and so does an activation whose slope is larger than the sigmoid&apos;s.</source>
        <translation>학습률을 올리면 도움이 됩니다. 시그모이드보다 기울기가 큰 활성화도 그렇습니다.</translation>
    </message>
    <message>
        <source>Momentum with a rate of 1, or Adam with 0.1. Reset the run to change its plan.</source>
        <translation>모멘텀에 학습률 1, 또는 Adam에 0.1을 쓰세요. 계획을 바꾸려면 실행을 처음으로 되돌립니다.</translation>
    </message>
    <message>
        <source>At the start all four answers are near ½ and the gradients of the four samples nearly cancel. Plain steps creep over that plateau; momentum adds up the small steps that agree, and Adam measures each against its own past size.</source>
        <translation>처음에는 네 답이 모두 ½에 가깝고 네 샘플의 기울기가 거의 상쇄됩니다. 단순한 걸음은 이 평지를 기어가지만, 모멘텀은 같은 방향의 작은 걸음을 모으고 Adam은 걸음마다 지난 크기에 견주어 잽니다.</translation>
    </message>
    <message>
        <source>Break a run, then hold it</source>
        <translation>학습을 무너뜨리고 붙잡기</translation>
    </message>
    <message>
        <source>Train so that the cost leaves the numbers. The network stays as it is; the plan is yours.</source>
        <translation>손실이 수의 범위를 벗어나도록 학습하세요. 신경망은 그대로 두고 계획은 마음대로 바꿉니다.</translation>
    </message>
    <message>
        <source>A step that is too long lands where the gradient is larger still, and the next one is longer.</source>
        <translation>너무 긴 걸음은 기울기가 더 큰 곳에 닿고, 다음 걸음은 더 길어집니다.</translation>
    </message>
    <message>
        <source>Raise the rate to 2 or more and train.</source>
        <translation>학습률을 2 이상으로 올리고 학습하세요.</translation>
    </message>
    <message>
        <source>Now hold it: 200 steps at the very same rate, and a cost below 0.5 at the end. Only the clipping of the plan may be changed.</source>
        <translation>이제 붙잡으세요. 같은 학습률로 200걸음을 가고 마지막 손실이 0.5보다 작아야 합니다. 계획에서 기울기 자르기만 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Reset the run; its plan can then be changed. Clipping by norm shortens a gradient that is too long, and keeps its direction.</source>
        <translation>실행을 처음으로 되돌리면 계획을 바꿀 수 있습니다. 노름으로 자르면 너무 긴 기울기가 짧아지고 방향은 그대로입니다.</translation>
    </message>
    <message>
        <source>A step is never longer than rate times bound. If the rate is 20 times too large, a bound of 0.05 makes up for it.</source>
        <translation>걸음은 학습률과 한계를 곱한 것보다 길 수 없습니다. 학습률이 20배 크다면 한계 0.05가 그것을 메웁니다.</translation>
    </message>
    <message>
        <source>Clip by norm, at 0.1 divided by the rate: at 0.05 for a rate of 2.</source>
        <translation>노름으로 자르고 한계는 0.1을 학습률로 나눈 값으로 하세요. 학습률이 2라면 0.05입니다.</translation>
    </message>
    <message>
        <source>Where the cost curves more than 2/η, a step of plain descent overshoots, and the overshooting feeds itself until the numbers end. Clipping bounds the length of a step, so that it cannot feed itself, and leaves the rate to the gentle stretches.</source>
        <translation>손실의 곡률이 2/η보다 크면 단순한 경사 하강의 걸음은 지나치고, 지나침이 스스로 커져 수의 끝에 이릅니다. 기울기 자르기는 걸음의 길이를 막아 스스로 커지지 못하게 하고, 완만한 곳에서는 학습률을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Fifty layers learn</source>
        <translation>50개 층이 배우게 하기</translation>
    </message>
    <message>
        <source>Train fifty layers on the two circles to a cost below 0.1 within 300 steps, without normalization.</source>
        <translation>50개 층으로 두 원을 학습해 300걸음 안에 손실을 0.1 아래로 내리세요. 정규화는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Look at the gradients first: how many decades lie between the first layer and the last? As long as they do, no optimizer will help.</source>
        <translation>먼저 기울기를 보세요. 첫 층과 마지막 층 사이가 몇 자릿수인가요? 그 차이가 있는 한 어떤 최적화 방법도 도움이 되지 않습니다.</translation>
    </message>
    <message>
        <source>Level the fifty layers as in the challenges before: an activation with its own initialization.</source>
        <translation>앞의 도전처럼 50개 층을 고르게 하세요. 활성화에 어울리는 초기화를 고릅니다.</translation>
    </message>
    <message>
        <source>ReLU with He in the hidden layers, and Adam with a rate of 0.001.</source>
        <translation>은닉층에 ReLU와 He, 그리고 학습률 0.001의 Adam을 쓰세요.</translation>
    </message>
    <message>
        <source>A layer whose gradient is 10⁻³⁴, as the first one&apos;s was, does not move. Once activation and initialization hold the gradient level, all fifty layers move at once; Adam keeps the steps of each weight short enough for so deep a product.</source>
        <translation>처음의 첫 층처럼 기울기가 10⁻³⁴인 층은 움직이지 않습니다. 활성화와 초기화가 기울기를 고르게 하면 50개 층이 한꺼번에 움직이고, Adam은 이만큼 깊은 곱에 맞게 가중치마다 걸음을 짧게 합니다.</translation>
    </message>
    <message>
        <source>Two numbers against symmetry</source>
        <translation>두 수로 대칭 깨기</translation>
    </message>
    <message>
        <source>All weights are 0.5, so the units of each hidden layer are copies. Change two numbers so that no hidden unit gets the gradient of another.</source>
        <translation>가중치가 모두 0.5라 은닉층의 뉴런이 서로 복사본입니다. 수 두 개를 바꾸어 어떤 은닉 뉴런도 다른 뉴런과 같은 기울기를 받지 않게 하세요.</translation>
    </message>
    <message>
        <source>Two units are copies where the weights into them and the weights out of them are the same. There are two hidden layers: one number would have to serve both.</source>
        <translation>들어오는 가중치와 나가는 가중치가 같은 두 뉴런은 복사본입니다. 은닉층이 둘이므로 수 하나가 두 층에 모두 쓰여야 합니다.</translation>
    </message>
    <message>
        <source>The matrix between the two hidden layers: its rows lead into the units of the one, its columns out of the units of the other. All rows and all columns must differ.</source>
        <translation>두 은닉층 사이의 행렬을 보세요. 행은 한 층의 뉴런으로 들어가고 열은 다른 층의 뉴런에서 나옵니다. 모든 행과 모든 열이 서로 달라야 합니다.</translation>
    </message>
    <message>
        <source>Open the exact weights of the second layer and change two numbers on its diagonal, to two different values such as 0.1 and 0.9.</source>
        <translation>둘째 층의 “가중치와 편향…”을 열고 대각선의 수 두 개를 0.1과 0.9처럼 서로 다른 값으로 바꾸세요.</translation>
    </message>
    <message>
        <source>Equal units get equal gradients and take equal steps: they stay equal for ever. One changed entry of a matrix tells a row from the others and a column from the others, so two of them separate three units on both sides. Random initialization does that for all units at once.</source>
        <translation>같은 뉴런은 같은 기울기를 받아 같은 걸음을 가므로 언제까지나 같습니다. 행렬의 원소 하나를 바꾸면 행 하나와 열 하나가 나머지와 달라지므로, 둘이면 양쪽의 뉴런 세 개를 모두 가릅니다. 무작위 초기화는 모든 뉴런을 한꺼번에 가릅니다.</translation>
    </message>
    <message>
        <source>Kill ReLU, then save it</source>
        <translation>ReLU를 죽이고 살리기</translation>
    </message>
    <message>
        <source>Make the gradient of every layer exactly 0. Only the biases may be changed.</source>
        <translation>모든 층의 기울기를 정확히 0으로 만드세요. 편향만 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>ReLU passes nothing where z is negative. What can push z there?</source>
        <translation>ReLU는 z가 음수이면 아무것도 보내지 않습니다. 무엇이 z를 그리로 밀 수 있을까요?</translation>
    </message>
    <message>
        <source>Give the hidden layers a constant bias of −3 and look at the fraction of dead units.</source>
        <translation>은닉층에 상수 편향 −3을 주고 죽은 뉴런의 비율을 보세요.</translation>
    </message>
    <message>
        <source>Now save it: bring the gradient of every layer above 10⁻². Activations and biases stay as they are.</source>
        <translation>이제 살리세요. 모든 층의 기울기를 10⁻² 위로 올립니다. 활성화와 편향은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>z = W a + b: the bias is the same for all samples. The other term can outvote it.</source>
        <translation>z = W a + b에서 편향은 모든 샘플에 같습니다. 다른 항이 편향을 이길 수 있습니다.</translation>
    </message>
    <message>
        <source>Double the gain of the hidden layers, or more, until z is positive again for some samples.</source>
        <translation>일부 샘플에서 z가 다시 양수가 될 때까지 은닉층의 게인을 두 배 이상으로 올리세요.</translation>
    </message>
    <message>
        <source>A unit is dead where z is negative for every sample: f′ is 0 there, so is its gradient, and no step of training will ever move it. What counts is the size of W a beside b. That is why biases start at 0, and why a large step can kill units for good.</source>
        <translation>모든 샘플에서 z가 음수인 뉴런은 죽은 뉴런입니다. f′이 0이라 기울기도 0이고, 학습의 어떤 걸음도 그 뉴런을 움직이지 못합니다. 중요한 것은 b에 견준 W a의 크기입니다. 그래서 편향은 0에서 시작하고, 큰 걸음 하나가 뉴런을 영영 죽이기도 합니다.</translation>
    </message>
</context>
<context>
    <name>ChallengeDetail</name>
    <message>
        <source>Why</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Start “{title}”</source>
        <translation>“{title}” 시작</translation>
    </message>
    <message>
        <source>Opens its network; undo brings back the one that is open now</source>
        <translation>도전의 신경망을 엽니다. 실행 취소하면 지금 열린 것이 돌아옵니다</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Part {part} of {parts}</source>
        <translation>{parts}부 중 {part}부</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>{count}, one after another, while it is worked on.</source>
        <translation>도전하는 동안 하나씩 볼 수 있습니다(모두 {count}개).</translation>
    </message>
</context>
<context>
    <name>ChallengeList</name>
    <message>
        <source>Challenges</source>
        <translation>도전</translation>
    </message>
</context>
<context>
    <name>ChallengeStrip</name>
    <message>
        <source>Challenge: {title}</source>
        <translation>도전: {title}</translation>
    </message>
    <message>
        <source>{title}, part {part} of {parts}</source>
        <translation>{title}, {parts}부 중 {part}부</translation>
    </message>
    <message>
        <source>Over all samples: {readings}</source>
        <translation>모든 샘플 기준: {readings}</translation>
    </message>
    <message>
        <source>Another network than the challenge&apos;s is open: undo or redo leads back, or start again.</source>
        <translation>도전의 신경망이 아닌 다른 신경망이 열려 있습니다. 실행 취소나 다시 실행으로 돌아가거나 처음부터 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>재는 중…</translation>
    </message>
    <message>
        <source>Against the rules: {rules}</source>
        <translation>규칙에 어긋납니다: {rules}</translation>
    </message>
    <message>
        <source>Solved. {reason}</source>
        <translation>풀었습니다. {reason}</translation>
    </message>
    <message>
        <source>Hint {number}: {hint}</source>
        <translation>힌트 {number}: {hint}</translation>
    </message>
    <message>
        <source>Hint ({left} left)</source>
        <translation>힌트({left}개 남음)</translation>
    </message>
    <message>
        <source>One more hint ({key})</source>
        <translation>힌트 하나 더 ({key})</translation>
    </message>
    <message>
        <source>Train {steps} steps</source>
        <translation>{steps}걸음 학습</translation>
    </message>
    <message>
        <source>Forget the run</source>
        <translation>실행 지우기</translation>
    </message>
    <message>
        <source>Take the steps that it asks for, or begin anew ({key})</source>
        <translation>과제가 요구하는 만큼 학습하거나 처음부터 다시 합니다 ({key})</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Work on no challenge; the network stays, undo brings back the one before ({key})</source>
        <translation>도전을 그만둡니다. 신경망은 그대로이고, 실행 취소하면 이전 것이 돌아옵니다 ({key})</translation>
    </message>
</context>
<context>
    <name>Challenges</name>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>시작함</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>풀었음</translation>
    </message>
    <message>
        <source>below {bound}</source>
        <translation>{bound} 미만</translation>
    </message>
    <message>
        <source>above {bound}</source>
        <translation>{bound} 초과</translation>
    </message>
    <message>
        <source>at most {bound}</source>
        <translation>{bound} 이하</translation>
    </message>
    <message>
        <source>at least {bound}</source>
        <translation>{bound} 이상</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>beyond all numbers</source>
        <translation>수의 범위 밖</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 모름</translation>
    </message>
    <message>
        <source>{value} (log₁₀ = {log})</source>
        <translation>{value} (log₁₀ = {log})</translation>
    </message>
    <message>
        <source>{count} decades</source>
        <translation>{count}자릿수</translation>
    </message>
    <message>
        <source>{label}: {value}; wanted: {wanted}</source>
        <translation>{label}: {value}, 목표: {wanted}</translation>
    </message>
    <message>
        <source>{label}: {value}; wanted: {wanted}, reached</source>
        <translation>{label}: {value}, 목표: {wanted}, 달성</translation>
    </message>
</context>
<context>
    <name>ChallengesWorkspace</name>
    <message>
        <source>{solved} of {all} solved</source>
        <translation>{all}개 중 {solved}개 풀었음</translation>
    </message>
    <message>
        <source>Break it, mend it</source>
        <translation>깨뜨리고 고치기</translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message>
        <source>Gradient check</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Gradient check per layer</source>
        <translation>층별 기울기 검사</translation>
    </message>
    <message>
        <source>Every gradient of a layer is compared with a finite difference of that layer alone, in the direction of the gradient that reaches it. The error is relative. A difference is itself known only so far: rounding and its step blur it.</source>
        <translation>층의 모든 기울기를 그 층만의 유한 차분과, 그 층에 도달하는 기울기의 방향에서 비교합니다. 오차는 상대 오차입니다. 차분 자체도 반올림과 스텝 때문에 어느 정도까지만 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 검사</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>검사함</translation>
    </message>
    <message>
        <source>Worst error</source>
        <translation>가장 큰 오차</translation>
    </message>
    <message>
        <source>Known to</source>
        <translation>차분의 정밀도</translation>
    </message>
    <message>
        <source>At kinks</source>
        <translation>꺾인 점</translation>
    </message>
    <message>
        <source>Lost in rounding</source>
        <translation>반올림에 묻힘</translation>
    </message>
    <message>
        <source>{checked} of {total}</source>
        <translation>{total}개 중 {checked}개</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>Running: {percent} %</source>
        <translation>검사 중: {percent} %</translation>
    </message>
    <message>
        <source>Not checked since the last change.</source>
        <translation>마지막으로 바꾼 뒤 아직 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Layer by layer: {checked} of {total} parameters, worst error {worst}; that difference is known to {known}.</source>
        <translation>층별: 매개변수 {total}개 중 {checked}개, 최대 오차: {worst} (해당 차분의 정밀도: {known}).</translation>
    </message>
    <message>
        <source>End to end, from the parameter to C: {checked}, worst error {worst}; that difference is known to {known}.</source>
        <translation>전체 구간(매개변수에서 C까지): {checked}개, 최대 오차: {worst} (해당 차분의 정밀도: {known}).</translation>
    </message>
    <message>
        <source>Wrong: {error} is more than rounding and the step explain.</source>
        <translation>틀림: 반올림과 스텝으로 설명되지 않는 오차가 있습니다: {error}.</translation>
    </message>
    <message>
        <source>Lost in rounding, which says nothing either: {lost}.</source>
        <translation>반올림에 묻혀 역시 아무것도 말해 주지 않는 차분: {lost}개.</translation>
    </message>
    <message>
        <source>At a kink a difference says nothing: {kinks} left out.</source>
        <translation>꺾인 점에서는 차분이 아무것도 말해 주지 않습니다. 제외: {kinks}개</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Layer {first} receives {decades} decades less than layer {last}.</source>
        <translation>{first}층이 받는 기울기는 {last}층보다 {decades}자리 작습니다.</translation>
    </message>
    <message>
        <source>Layer {first} receives {decades} decades more than layer {last}.</source>
        <translation>{first}층이 받는 기울기는 {last}층보다 {decades}자리 큽니다.</translation>
    </message>
    <message>
        <source>The activations took {part} decades ({name}, most in layer {worst}).</source>
        <translation>활성화 함수가 {part}자리 줄였습니다({name}, 가장 심한 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>The activations gave {part} decades ({name}, most in layer {worst}).</source>
        <translation>활성화 함수가 {part}자리 늘렸습니다({name}, 가장 심한 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>The weights took {part} decades ({name}, most in layer {worst}).</source>
        <translation>가중치가 {part}자리 줄였습니다({name}, 가장 심한 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>The weights gave {part} decades ({name}, most in layer {worst}).</source>
        <translation>가중치가 {part}자리 늘렸습니다({name}, 가장 심한 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>What the layers are fed took {part} decades: it is smaller at the first layer.</source>
        <translation>층의 입력이 {part}자리 줄였습니다. 첫 층의 입력이 더 작습니다.</translation>
    </message>
    <message>
        <source>What the layers are fed gave {part} decades: it is larger at the first layer.</source>
        <translation>층의 입력이 {part}자리 늘렸습니다. 첫 층의 입력이 더 큽니다.</translation>
    </message>
    <message>
        <source>Samples that cancel and sizes of layers took {part} decades.</source>
        <translation>샘플끼리의 상쇄와 층의 크기가 {part}자리 줄였습니다.</translation>
    </message>
    <message>
        <source>Samples that cancel and sizes of layers gave {part} decades.</source>
        <translation>샘플끼리의 상쇄와 층의 크기가 {part}자리 늘렸습니다.</translation>
    </message>
    <message>
        <source>Weights that are all 0 multiply every gradient by 0: they must differ from 0, and from one another.</source>
        <translation>모두 0인 가중치는 모든 기울기에 0을 곱합니다. 0이 아니고 서로 다른 가중치가 필요합니다.</translation>
    </message>
    <message>
        <source>Units that start alike receive the same gradient: their weights must differ.</source>
        <translation>똑같이 시작한 뉴런은 똑같은 기울기를 받습니다. 가중치가 서로 달라야 합니다.</translation>
    </message>
    <message>
        <source>Where f′(z) is 0 nothing passes: it takes a slope on that side, or fewer z there.</source>
        <translation>f′(z)가 0인 곳은 아무것도 지나가지 못합니다. 그쪽에도 기울어진 함수를 쓰거나, 그쪽으로 가는 z를 줄여야 합니다.</translation>
    </message>
    <message>
        <source>The numbers outgrow floating point going forward: each layer must amplify less.</source>
        <translation>순전파의 수가 부동소수점 범위를 넘습니다. 층마다 덜 키워야 합니다.</translation>
    </message>
    <message>
        <source>Something became no number, as ∞ − ∞ does: going forward all must stay finite.</source>
        <translation>∞ − ∞처럼 수가 아닌 것이 생겼습니다. 순전파의 수가 모두 유한해야 합니다.</translation>
    </message>
    <message>
        <source>The first and the last layer agree, but one between them stands out.</source>
        <translation>첫 층과 마지막 층은 비슷하지만 그 사이의 한 층이 튑니다.</translation>
    </message>
    <message>
        <source>The gradient fades in every layer alike, as the numbers going forward do.</source>
        <translation>순전파의 수와 마찬가지로 기울기가 모든 층에서 똑같이 작아집니다.</translation>
    </message>
    <message>
        <source>The gradient is too large in every layer alike, as the numbers going forward are.</source>
        <translation>순전파의 수와 마찬가지로 기울기가 모든 층에서 똑같이 너무 큽니다.</translation>
    </message>
    <message>
        <source>What is multiplied with 0 is 0: the weights of a layer learn only from what comes in.</source>
        <translation>0을 곱하면 0입니다. 층의 가중치는 들어오는 값에서만 배웁니다.</translation>
    </message>
    <message>
        <source>A gradient arrives, but its shares cancel: other samples would not.</source>
        <translation>기울기는 도착하지만 몫들이 서로 상쇄됩니다. 다른 샘플이면 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>Where f′(z) is 0 nothing passes through the layer, only past it: it takes a slope on that side, or fewer z there.</source>
        <translation>f′(z)가 0인 곳은 아무것도 층을 지나가지 못하고, 층을 지나치는 길로만 갑니다. 그쪽에도 기울어진 함수를 쓰거나, 그쪽으로 가는 z를 줄여야 합니다.</translation>
    </message>
    <message>
        <source>An activation so far in saturation leaves nothing that a float could hold.</source>
        <translation>활성화 함수가 너무 깊이 포화되어, 부동소수점에 담을 수 있는 것이 남지 않습니다.</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>The gradient holds in every layer: nothing to change.</source>
        <translation>기울기가 모든 층에서 유지됩니다. 바꿀 것이 없습니다.</translation>
    </message>
    <message>
        <source>β of the normalization does what these biases would: leave them.</source>
        <translation>이 편향들의 일은 정규화의 β가 합니다. 그대로 두면 됩니다.</translation>
    </message>
    <message>
        <source>No change of the network is called for: the cost is at its minimum here. Look at another sample, or at the batch.</source>
        <translation>신경망을 바꿀 까닭이 없습니다. 여기서 손실 함수는 이미 최솟값입니다. 다른 샘플이나 배치를 보세요.</translation>
    </message>
    <message>
        <source>There is nothing that could be set otherwise: the numbers of the hidden layers are typed.</source>
        <translation>달리 정할 것이 없습니다. 은닉층의 수가 직접 입력된 것입니다.</translation>
    </message>
    <message>
        <source>Coach: {change}</source>
        <translation>코치: {change}</translation>
    </message>
    <message>
        <source>{choice} in every hidden layer</source>
        <translation>모든 은닉층에 {choice}</translation>
    </message>
    <message>
        <source>{choice} in layer {layers}</source>
        <translation>{layers}층에 {choice}</translation>
    </message>
    <message>
        <source>{choice} in layers {layers}</source>
        <translation>{layers}층에 {choice}</translation>
    </message>
    <message>
        <source>{activation} and {weights}</source>
        <translation>{activation} + {weights}</translation>
    </message>
    <message>
        <source>gain {gain} instead of {before}</source>
        <translation>게인 {gain}(지금 {before})</translation>
    </message>
    <message>
        <source>bias {name}</source>
        <translation>편향 {name}</translation>
    </message>
    <message>
        <source>Change: {change}.</source>
        <translation>바꿀 것: {change}.</translation>
    </message>
    <message>
        <source>Expected on {count} draws, this one among them: {range} decades between first and last layer.</source>
        <translation>이 난수를 포함한 {count}번의 추출에서 예상되는 첫 층과 마지막 층의 차이: {range}자리.</translation>
    </message>
    <message>
        <source>Expected on {count} draws, this one among them: {range} decades between largest and smallest layer.</source>
        <translation>이 난수를 포함한 {count}번의 추출에서 예상되는 가장 큰 층과 작은 층의 차이: {range}자리.</translation>
    </message>
    <message>
        <source>Expected on {count} draws, this one among them: {range} decades from what the cost sent to the first layer.</source>
        <translation>이 난수를 포함한 {count}번의 추출에서 예상되는, 손실 함수가 보낸 것과 첫 층의 차이: {range}자리.</translation>
    </message>
    <message>
        <source>Expected, as nothing is drawn: {range} decades between first and last layer.</source>
        <translation>난수가 없으므로 예상되는 첫 층과 마지막 층의 차이: {range}자리.</translation>
    </message>
    <message>
        <source>Expected, as nothing is drawn: {range} decades between largest and smallest layer.</source>
        <translation>난수가 없으므로 예상되는 가장 큰 층과 작은 층의 차이: {range}자리.</translation>
    </message>
    <message>
        <source>Expected, as nothing is drawn: {range} decades from what the cost sent to the first layer.</source>
        <translation>난수가 없으므로 예상되는, 손실 함수가 보낸 것과 첫 층의 차이: {range}자리.</translation>
    </message>
    <message>
        <source>The same draws now: {range}.</source>
        <translation>지금 같은 추출에서는: {range}.</translation>
    </message>
    <message>
        <source>Healthy in {healthy} of {count}.</source>
        <translation>{count}번 가운데 {healthy}번 건강합니다.</translation>
    </message>
    <message>
        <source>In {lost} of {count} no gradient gets through.</source>
        <translation>{count}번 가운데 {lost}번은 기울기가 지나가지 못합니다.</translation>
    </message>
    <message>
        <source>Expected {range} decades; it came to {value}.</source>
        <translation>예상 {range}자리, 결과 {value}자리.</translation>
    </message>
    <message>
        <source>Expected {range} decades; what came is not a number.</source>
        <translation>예상 {range}자리, 결과는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Nothing helps enough: of {tried} changes that were measured the best comes to {range}.</source>
        <translation>충분히 도움이 되는 것이 없습니다. 재어 본 변경 {tried}가지 가운데 가장 나은 것: {range}자리.</translation>
    </message>
    <message>
        <source>Nothing helps: {tried} changes were measured, and no gradient gets through in any.</source>
        <translation>도움이 되는 것이 없습니다. 변경 {tried}가지를 재어 보았지만 기울기가 지나가는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Normalization took {part} decades (most in layer {worst}).</source>
        <translation>정규화가 {part}자리 줄였습니다(가장 큰 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>Normalization gave {part} decades (most in layer {worst}).</source>
        <translation>정규화가 {part}자리 늘렸습니다(가장 큰 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>The residual connections took {part} decades (most in layer {worst}).</source>
        <translation>잔차 연결이 {part}자리 줄였습니다(가장 큰 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>The residual connections gave {part} decades (most in layer {worst}).</source>
        <translation>잔차 연결이 {part}자리 늘렸습니다(가장 큰 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>Dropout took {part} decades (most in layer {worst}).</source>
        <translation>드롭아웃이 {part}자리 줄였습니다(가장 큰 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>Dropout gave {part} decades (most in layer {worst}).</source>
        <translation>드롭아웃이 {part}자리 늘렸습니다(가장 큰 곳은 {worst}층).</translation>
    </message>
    <message>
        <source>The remedies together took {part} decades ({kinds}).</source>
        <translation>처방들이 합쳐서 {part}자리 줄였습니다({kinds}).</translation>
    </message>
    <message>
        <source>The remedies together gave {part} decades ({kinds}).</source>
        <translation>처방들이 합쳐서 {part}자리 늘렸습니다({kinds}).</translation>
    </message>
    <message>
        <source>The remedies took {part} decades.</source>
        <translation>처방들이 {part}자리 줄였습니다.</translation>
    </message>
    <message>
        <source>The remedies gave {part} decades.</source>
        <translation>처방들이 {part}자리 늘렸습니다.</translation>
    </message>
    <message>
        <source>normalization {decades}</source>
        <translation>정규화 {decades}</translation>
    </message>
    <message>
        <source>residual connections {decades}</source>
        <translation>잔차 연결 {decades}</translation>
    </message>
    <message>
        <source>dropout {decades}</source>
        <translation>드롭아웃 {decades}</translation>
    </message>
    <message>
        <source>Most against that: {cause}, {decades}.</source>
        <translation>가장 크게 거스른 원인은 {cause}, {decades}.</translation>
    </message>
</context>
<context>
    <name>CoachBox</name>
    <message>
        <source>Measuring what would help…</source>
        <translation>무엇이 도움이 될지 재는 중…</translation>
    </message>
    <message>
        <source>Measuring what would help takes a while in a network of this size.</source>
        <translation>이만한 크기의 신경망에서는 무엇이 도움이 될지 재는 데 시간이 걸립니다.</translation>
    </message>
    <message>
        <source>{count} changes measured</source>
        <translation>변경 {count}가지를 재어 봄</translation>
    </message>
    <message>
        <source>Coach</source>
        <translation>코치</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Apply the coach&apos;s change</source>
        <translation>코치의 변경 적용</translation>
    </message>
    <message>
        <source>Make this change in one step, which Undo takes back ({key})</source>
        <translation>이 변경을 한 단계로 적용합니다. 실행 취소로 되돌릴 수 있습니다({key})</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>재기</translation>
    </message>
    <message>
        <source>Measure what would help</source>
        <translation>무엇이 도움이 될지 재기</translation>
    </message>
    <message>
        <source>Try changes on a few draws of this network, in the background</source>
        <translation>이 신경망을 몇 번 추출해 여러 변경을 뒤에서 시험합니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Stop measuring</source>
        <translation>재기 멈춤</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Grid</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>훑어보기</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
</context>
<context>
    <name>CompareRuns</name>
    <message>
        <source>what multiplies</source>
        <translation>곱하는 것</translation>
    </message>
    <message>
        <source>factor, {run}</source>
        <translation>인수, {run}</translation>
    </message>
    <message>
        <source>log₁₀, {run}</source>
        <translation>log₁₀, {run}</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>여기까지</translation>
    </message>
    <message>
        <source>Which part of the chain rule multiplies here.</source>
        <translation>연쇄 법칙의 어느 부분을 곱하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Decades that this factor adds to the norm of the gradient, or takes.</source>
        <translation>이 인수가 기울기의 노름을 몇 자리 늘리거나 줄이는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Decades of the second run minus those of the first, for this factor.</source>
        <translation>이 인수에서 둘째 실행의 자릿수에서 첫째 실행의 자릿수를 뺀 값입니다.</translation>
    </message>
    <message>
        <source>The same for the whole product from the cost through this factor.</source>
        <translation>손실 함수부터 이 인수까지 곱한 전체에 대한 같은 값입니다.</translation>
    </message>
    <message>
        <source>The walk stands here</source>
        <translation>지금 단계가 여기입니다</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Walk at {symbol}, decades:  {decades}</source>
        <translation>지금 단계 {symbol}, 자릿수:  {decades}</translation>
    </message>
    <message>
        <source>{letter}: seed and data put in</source>
        <translation>{letter}: 시드와 데이터를 바꿔 넣었습니다</translation>
    </message>
    <message>
        <source>{letter}: seed put in</source>
        <translation>{letter}: 시드를 바꿔 넣었습니다</translation>
    </message>
    <message>
        <source>{letter}: data put in</source>
        <translation>{letter}: 데이터를 바꿔 넣었습니다</translation>
    </message>
    <message>
        <source>{letter}: seed and data are the same anyway</source>
        <translation>{letter}: 시드와 데이터가 원래 같습니다</translation>
    </message>
    <message>
        <source>{letter} keeps its own seed and data: {reason}</source>
        <translation>{letter}: 원래 시드와 데이터를 그대로 씁니다. {reason}</translation>
    </message>
    <message>
        <source>{said}; its input goes from {before} to {after} units</source>
        <translation>{said}; 입력이 {before}개에서 {after}개로 바뀝니다</translation>
    </message>
    <message>
        <source>{said}; its output goes from {before} to {after} units</source>
        <translation>{said}; 출력이 {before}개에서 {after}개로 바뀝니다</translation>
    </message>
    <message>
        <source>{said}; typed weights follow no seed</source>
        <translation>{said}; 입력한 가중치는 시드를 따르지 않습니다</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>activation f′(z)</source>
        <translation>활성화 f′(z)</translation>
    </message>
    <message>
        <source>inputs (∂C/∂W)</source>
        <translation>입력 (∂C/∂W)</translation>
    </message>
    <message>
        <source>1 (∂C/∂b)</source>
        <translation>1 (∂C/∂b)</translation>
    </message>
    <message>
        <source>weights Wᵀ</source>
        <translation>가중치 Wᵀ</translation>
    </message>
    <message>
        <source>remedies of the layer</source>
        <translation>층의 처방</translation>
    </message>
</context>
<context>
    <name>CompareScans</name>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>{slope} decades per layer, by least squares over {low}–{high} layers ({points} points, residual {residual} decades)</source>
        <translation>층마다 {slope}자리, {low}–{high}층의 최소제곱 직선(점 {points}개, 잔차 {residual}자리)</translation>
    </message>
    <message>
        <source>No slope yet: it needs three points.</source>
        <translation>아직 기울어진 정도를 모릅니다. 점이 세 개 필요합니다.</translation>
    </message>
    <message>
        <source>No slope: too few points of the upper half have a size.</source>
        <translation>직선이 없습니다. 깊은 쪽 절반에 크기를 아는 점이 너무 적습니다.</translation>
    </message>
    <message>
        <source>Theory, dotted: {slope} decades per layer, ½·log₁₀ χ at the fixed point.</source>
        <translation>이론(점선): 층마다 {slope}자리, 고정점에서 ½·log₁₀ χ입니다.</translation>
    </message>
    <message>
        <source>Exact mean at this width: {slope} decades per layer.</source>
        <translation>이 폭에서 정확한 평균: 층마다 {slope}자리.</translation>
    </message>
    <message>
        <source>Theory speaks of ∂C/∂z: choose it to see the slope that it expects.</source>
        <translation>이론은 ∂C/∂z에 대한 것입니다. ∂C/∂z를 고르면 이론이 예상하는 값을 봅니다.</translation>
    </message>
    <message>
        <source>Critical gain by theory: {gain}</source>
        <translation>이론의 임계 게인: {gain}</translation>
    </message>
    <message>
        <source>Theory knows no critical gain for these layers.</source>
        <translation>이 층들의 임계 게인은 이론으로 알 수 없습니다.</translation>
    </message>
    <message>
        <source>{depth} layers: first to last {symbol}</source>
        <translation>{depth}개 층: 첫 층 대 마지막 층 {symbol}</translation>
    </message>
    <message>
        <source>1 layer: first to last {symbol}</source>
        <translation>1개 층: 첫 층 대 마지막 층 {symbol}</translation>
    </message>
    <message>
        <source>gain {gain}: first to last {symbol}</source>
        <translation>게인 {gain}: 첫 층 대 마지막 층 {symbol}</translation>
    </message>
    <message>
        <source>{ratio} ({decades} decades, quartiles {low} … {high})</source>
        <translation>{ratio} ({decades}자리, 사분위 {low} … {high})</translation>
    </message>
    <message>
        <source>{value}; {lost} seeds without a ratio</source>
        <translation>{value}; 비율이 없는 시드 {lost}개</translation>
    </message>
    <message>
        <source>{value}; {zeros} seeds exactly 0</source>
        <translation>{value}; 정확히 0인 시드 {zeros}개</translation>
    </message>
    <message>
        <source>the first layer&apos;s gradient is exactly 0</source>
        <translation>첫 층의 기울기가 정확히 0입니다</translation>
    </message>
    <message>
        <source>infinite: the last layer&apos;s is exactly 0</source>
        <translation>무한대입니다. 마지막 층의 기울기가 정확히 0입니다</translation>
    </message>
    <message>
        <source>no ratio: lost, or both are 0</source>
        <translation>비율이 없습니다. 사라졌거나 둘 다 0입니다</translation>
    </message>
</context>
<context>
    <name>CompareWorkspace</name>
    <message>
        <source>Page of Compare</source>
        <translation>비교 화면의 쪽</translation>
    </message>
    <message>
        <source>What is compared ({keys}, …)</source>
        <translation>무엇을 비교하는지 ({keys}, …)</translation>
    </message>
</context>
<context>
    <name>ComparedRuns</name>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message>
        <source>units {widths}</source>
        <translation>뉴런 {widths}</translation>
    </message>
    <message>
        <source>typed numbers in layer {layers}</source>
        <translation>{layers}층은 직접 입력한 수</translation>
    </message>
    <message>
        <source>typed numbers in layers {layers}</source>
        <translation>{layers}층은 직접 입력한 수</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>시드 {seed}</translation>
    </message>
    <message>
        <source>seeds {first}–{last}</source>
        <translation>시드 {first}–{last}</translation>
    </message>
    <message>
        <source>{depths} layers</source>
        <translation>{depths}개 층</translation>
    </message>
    <message>
        <source>{choice} in layer {layers}</source>
        <translation>{layers}층 {choice}</translation>
    </message>
    <message>
        <source>{choice} in the hidden layers</source>
        <translation>은닉층 {choice}</translation>
    </message>
    <message>
        <source>{choice} in the output layer</source>
        <translation>출력층 {choice}</translation>
    </message>
    <message>
        <source>{choice} in layers {layers}</source>
        <translation>{layers}층 {choice}</translation>
    </message>
    <message>
        <source>bias {choice}</source>
        <translation>편향 {choice}</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>손실 함수 {cost}</translation>
    </message>
    <message>
        <source>data {data}</source>
        <translation>데이터 {data}</translation>
    </message>
</context>
<context>
    <name>Cost</name>
    <message>
        <source>Binary cross-entropy</source>
        <translation>이진 교차 엔트로피</translation>
    </message>
    <message>
        <source>Its denominator is exactly the slope of the sigmoid that follows, so the two cancel and a − y is left.</source>
        <translation>분모가 바로 다음에 오는 시그모이드의 기울기와 같아서 약분되고 a − y만 남습니다.</translation>
    </message>
    <message>
        <source>Cross-entropy (softmax)</source>
        <translation>교차 엔트로피(소프트맥스)</translation>
    </message>
    <message>
        <source>Enormous where the right class has almost no probability; the softmax that follows cancels it down to a − y.</source>
        <translation>정답의 확률이 거의 0이면 어마어마하게 커지지만, 다음에 오는 소프트맥스와 약분되어 a − y만 남습니다.</translation>
    </message>
    <message>
        <source>Squared error Σ(a−y)²</source>
        <translation>제곱 오차 Σ(a−y)²</translation>
    </message>
    <message>
        <source>Twice the error: the further the output is from its target, the stronger the pull.</source>
        <translation>오차의 두 배입니다. 출력이 목표에서 멀수록 세게 당깁니다.</translation>
    </message>
    <message>
        <source>Half squared error ½Σ(a−y)²</source>
        <translation>절반 제곱 오차 ½Σ(a−y)²</translation>
    </message>
    <message>
        <source>The error itself: the further the output from its target, the stronger the pull.</source>
        <translation>오차 그 자체입니다. 출력이 목표에서 멀수록 세게 당깁니다.</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>Twice the error, shared among the outputs: more outputs, a weaker pull on each.</source>
        <translation>오차의 두 배를 출력들이 나눕니다. 출력이 많을수록 하나하나는 약하게 당겨집니다.</translation>
    </message>
    <message>
        <source>Probe r·a</source>
        <translation>탐침 r·a</translation>
    </message>
    <message>
        <source>A fixed random direction for each sample: what enters the network here does not depend on the weights.</source>
        <translation>샘플마다 정해진 무작위 방향입니다. 여기로 들어오는 값은 가중치에 달려 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>step {step}</source>
        <translation>{step}번째 걸음</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>all samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>kept aside</source>
        <translation>따로 둔 샘플</translation>
    </message>
    <message>
        <source>The run broke before there was a cost to draw.</source>
        <translation>그릴 손실이 나오기 전에 학습이 깨졌습니다.</translation>
    </message>
    <message>
        <source>Start the run, or take one step, to see the cost.</source>
        <translation>학습을 시작하거나 한 걸음 나아가면 손실이 보입니다.</translation>
    </message>
    <message>
        <source>penalties</source>
        <translation>규제 항</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>학습에 쓴 샘플</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>Cost over the steps</source>
        <translation>걸음에 따른 손실</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source>“{text}” cannot be entered here: there is only {least}.</source>
        <translation>“{text}” 값은 여기에 넣을 수 없습니다. {least}만 있습니다.</translation>
    </message>
    <message>
        <source>“{text}” cannot be entered here: the numbers go from {least} to {most}.</source>
        <translation>“{text}” 값은 여기에 넣을 수 없습니다. 범위는 {least} ~ {most}입니다.</translation>
    </message>
</context>
<context>
    <name>CriticalGain</name>
    <message>
        <source>No critical gain: softmax mixes its units, and theory takes each alone.</source>
        <translation>임계 게인 없음: 소프트맥스는 뉴런들을 섞는데, 이론은 뉴런을 하나씩 따로 다룹니다.</translation>
    </message>
    <message>
        <source>No critical gain: it is known for layers without remedies.</source>
        <translation>임계 게인 없음: 처방이 없는 층에서만 알려져 있습니다.</translation>
    </message>
    <message>
        <source>No critical gain: theory speaks of weights and biases that are drawn independently.</source>
        <translation>임계 게인 없음: 이론은 서로 독립으로 뽑은 가중치와 편향을 다룹니다.</translation>
    </message>
    <message>
        <source>No critical gain: the biases are not normal and too large to be taken for it.</source>
        <translation>임계 게인 없음: 편향이 정규분포가 아니고, 그렇게 보기에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>No critical gain: with this activation and these biases no gain leads every signal to one size at which ‖δ‖ neither falls nor grows.</source>
        <translation>임계 게인 없음: 이 활성화 함수와 편향에서는, 모든 신호가 한 크기로 모이면서 ‖δ‖가 줄지도 늘지도 않는 게인이 없습니다.</translation>
    </message>
</context>
<context>
    <name>CumulativeLens</name>
    <message>
        <source>factor so far</source>
        <translation>누적 배수</translation>
    </message>
    <message>
        <source>together {total}</source>
        <translation>합계 {total}</translation>
    </message>
    <message>
        <source>At layer {layer} the gradient is 0 or no number: no sum goes further down.</source>
        <translation>{layer}층의 기울기는 0이거나 수가 아닙니다. 그 아래로는 더할 수 없습니다.</translation>
    </message>
    <message>
        <source>Every line begins at 1 with {start}; the sum ends at {symbol}: {total} decades.</source>
        <translation>모든 선은 {start}에서 1로 시작합니다. 합계의 끝은 {symbol}: {total}자리.</translation>
    </message>
    <message>
        <source>At layer {layer} it cannot be told what each part did: through the layer above comes exactly 0, and all of the gradient past it. A line that ends there has no number further down; the sum goes on.</source>
        <translation>{layer}층에서는 원인별로 나눌 수 없습니다. 바로 위 층을 지나서는 정확히 0이 오고, 기울기는 모두 그 층을 건너뛰는 길로 옵니다. 그곳에서 끝나는 선은 그 아래로 수가 없고, 합계는 이어집니다.</translation>
    </message>
    <message>
        <source>down to layer {layer}, in decades</source>
        <translation>{layer}층까지 누적, 자릿수</translation>
    </message>
    <message>
        <source>together</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Decades gathered from the cost down</source>
        <translation>손실 함수부터 아래로 누적한 자릿수</translation>
    </message>
    <message>
        <source>Arrow keys read the sums layer by layer, Enter selects the layer</source>
        <translation>화살표 키로 층마다 누적 합을 읽고, Enter로 층을 선택합니다</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>{name} and {name}′</source>
        <translation>{name}, {name}′</translation>
    </message>
    <message>
        <source>{name} at z = {z}</source>
        <translation>{name}, z = {z}</translation>
    </message>
    <message>
        <source>{name} at {letter} = {z}</source>
        <translation>{letter} = {z}에서의 {name}</translation>
    </message>
    <message>
        <source>{name} and {name}′ in layer {layer}</source>
        <translation>{layer}층의 {name}, {name}′</translation>
    </message>
    <message>
        <source>softmax: {output} over {variable}</source>
        <translation>소프트맥스: {variable} → {output}</translation>
    </message>
    <message>
        <source>Along the way past the layer: slope {slope}</source>
        <translation>층을 지나치는 길의 기울기: {slope}</translation>
    </message>
    <message>
        <source>C at {output} = {value}</source>
        <translation>C, {output} = {value}</translation>
    </message>
    <message>
        <source>Slope of {z}: {slope}</source>
        <translation>{z}의 기울기: {slope}</translation>
    </message>
    <message>
        <source>{above} over {below}</source>
        <translation>{below}에 따른 {above}</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>Start the race, or take one step, to see the curves.</source>
        <translation>경주를 출발시키거나 한 걸음 나아가면 곡선이 보입니다.</translation>
    </message>
    <message>
        <source>Let two to four networks into the race to see who learns.</source>
        <translation>신경망 두 개에서 네 개를 경주에 넣으면 누가 배우는지 보입니다.</translation>
    </message>
    <message>
        <source>Cost and right answers</source>
        <translation>손실과 정답률</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>No racer could start, so there are no curves.</source>
        <translation>출발한 주자가 없어 곡선이 없습니다.</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>{step}번째 걸음</translation>
    </message>
    <message>
        <source>racer {racer}: {value}</source>
        <translation>주자 {racer}: {value}</translation>
    </message>
    <message>
        <source>All samples</source>
        <translation>모든 샘플</translation>
    </message>
    <message>
        <source>Curves of the samples trained on</source>
        <translation>학습한 샘플의 곡선</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>따로 둔 샘플</translation>
    </message>
    <message>
        <source>Curves of the samples kept aside</source>
        <translation>따로 둔 샘플의 곡선</translation>
    </message>
    <message>
        <source>Cost of every racer over the steps</source>
        <translation>걸음에 따른 모든 주자의 손실</translation>
    </message>
    <message>
        <source>Right answers of every racer over the steps</source>
        <translation>걸음에 따른 모든 주자의 정답률</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>right</source>
        <translation>정답률</translation>
    </message>
</context>
<context>
    <name>DataImporter</name>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>데이터 가져오기</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>1 input</source>
        <translation>입력 1개</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>층 1개</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>입력 {count}개</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count}개 층</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>매개변수 {count}개</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Make the output {activation}</source>
        <translation>출력 활성화 바꾸기: {activation}</translation>
    </message>
    <message>
        <source>Data and cost</source>
        <translation>데이터와 손실 함수</translation>
    </message>
    <message>
        <source>Random draw</source>
        <translation>무작위 뽑기</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력 수</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>New draw</source>
        <translation>새로 뽑기</translation>
    </message>
    <message>
        <source>Draw every layer again from the next seed</source>
        <translation>다음 시드로 모든 층을 다시 뽑습니다</translation>
    </message>
</context>
<context>
    <name>Dataset</name>
    <message>
        <source>Gaussian</source>
        <translation>가우스 난수</translation>
    </message>
    <message>
        <source>Standard normal inputs and targets of any width. For cross-entropy the largest of the drawn targets becomes the class; for binary cross-entropy their signs become 0 or 1.</source>
        <translation>크기에 제한이 없는 표준 정규 입력과 목표입니다. 교차 엔트로피에서는 뽑은 목표 중 가장 큰 것이 정답이 되고, 이진 교차 엔트로피에서는 부호가 0 또는 1이 됩니다.</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>The corners (±1, ±1); the class is 1 where the two signs differ.</source>
        <translation>네 꼭짓점 (±1, ±1)이며, 두 부호가 다르면 1입니다.</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>원</translation>
    </message>
    <message>
        <source>A circle of radius 1 around one of radius 0.5.</source>
        <translation>반지름 0.5인 원을 반지름 1인 원이 둘러쌉니다.</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>나선</translation>
    </message>
    <message>
        <source>Arms of one and a half turns, each a class.</source>
        <translation>한 바퀴 반을 도는 팔이며, 팔마다 한 종류입니다.</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>반달</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>서로 파고드는 두 반원입니다.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>Handwritten digits, 8×8 pixels, ten classes.</source>
        <translation>8×8 픽셀 손글씨 숫자, 열 종류입니다.</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>붓꽃</translation>
    </message>
    <message>
        <source>Three kinds of iris by four lengths of the flower.</source>
        <translation>꽃의 길이 네 가지로 나누는 붓꽃 세 종류입니다.</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>와인</translation>
    </message>
    <message>
        <source>Three growers by thirteen chemical measures of the wine.</source>
        <translation>와인의 화학 성분 열세 가지로 나누는 생산자 셋입니다.</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>유방암</translation>
    </message>
    <message>
        <source>Malignant (0) or benign (1) by thirty measures of the cell nuclei.</source>
        <translation>세포핵의 측정값 서른 가지로 나누는 악성(0)과 양성(1)입니다.</translation>
    </message>
    <message>
        <source>Typed samples</source>
        <translation>직접 입력한 샘플</translation>
    </message>
    <message>
        <source>Inputs and targets written in the project, row by row.</source>
        <translation>프로젝트에 한 줄씩 적은 입력과 목표입니다.</translation>
    </message>
</context>
<context>
    <name>DensityMap</name>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
</context>
<context>
    <name>DescentView</name>
    <message>
        <source>Take a step: the rows of each W are compared after every one.</source>
        <translation>한 걸음 옮겨 보세요. 걸음마다 각 W의 행을 견줍니다.</translation>
    </message>
    <message>
        <source>Largest difference between rows of a W</source>
        <translation>W의 행 사이의 가장 큰 차이</translation>
    </message>
    <message>
        <source>After {steps} steps, the largest difference between two rows:</source>
        <translation>{steps}걸음 뒤, 두 행 사이의 가장 큰 차이:</translation>
    </message>
    <message>
        <source>this network</source>
        <translation>이 신경망</translation>
    </message>
    <message>
        <source>After step {step} a number was no longer finite: η is too large.</source>
        <translation>{step}걸음 뒤에 유한하지 않은 수가 나왔습니다. η를 줄여야 합니다.</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>{name}: {spreads} (cost {first} → {last})</source>
        <translation>{name}: {spreads} (손실 {first} → {last})</translation>
    </message>
    <message>
        <source>Plain gradient steps on all {samples} samples, in memory: the network stays as it is.</source>
        <translation>샘플 {samples}개 모두로 하는 단순 경사 하강입니다. 메모리에서만 하므로 신경망은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Solid: this network. Dashed: {twin}.</source>
        <translation>실선: 이 신경망. 점선: {twin}.</translation>
    </message>
    <message>
        <source>η, the length of a gradient step</source>
        <translation>η, 경사 하강 한 걸음의 크기</translation>
    </message>
    <message>
        <source>Take {count} gradient steps</source>
        <translation>경사 하강 {count}걸음</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>η must lie between {lowest} and {highest}.</source>
        <translation>η의 범위: {lowest} ~ {highest}.</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>⋮ {units} more</source>
        <translation>⋮ {units}개 더</translation>
    </message>
    <message>
        <source>underflow</source>
        <translation>언더플로</translation>
    </message>
    <message>
        <source>Input {unit}</source>
        <translation>입력 {unit}</translation>
    </message>
    <message>
        <source>mean {quantity}</source>
        <translation>평균 {quantity}</translation>
    </message>
    <message>
        <source>Layer {layer}, unit {unit}: {activation}</source>
        <translation>{layer}층 뉴런 {unit}: {activation}</translation>
    </message>
    <message>
        <source>Click: go to its factor. Double-click: unroll {gradient}.</source>
        <translation>클릭: 이 인수로 이동. 두 번 클릭: 펼치기 {gradient}.</translation>
    </message>
    <message>
        <source>Weight of layer {layer}: from unit {source} to unit {unit}</source>
        <translation>{layer}층 가중치: 뉴런 {source} → 뉴런 {unit}</translation>
    </message>
    <message>
        <source>Click: unroll {gradient}.</source>
        <translation>클릭: 펼치기 {gradient}.</translation>
    </message>
    <message>
        <source>Cost: {cost}</source>
        <translation>손실 함수: {cost}</translation>
    </message>
    <message>
        <source>Click: go to its factor.</source>
        <translation>클릭: 이 인수로 이동.</translation>
    </message>
    <message>
        <source>Inputs: {units}</source>
        <translation>입력: {units}개</translation>
    </message>
    <message>
        <source>Layer {layer}: {units} × {activation}</source>
        <translation>{layer}층: {units} × {activation}</translation>
    </message>
    <message>
        <source>remedies</source>
        <translation>처방</translation>
    </message>
    <message>
        <source>The way past layer {layer}</source>
        <translation>{layer}층을 지나치는 길</translation>
    </message>
    <message>
        <source>‖gradient‖ through the layer</source>
        <translation>층을 거친 ‖기울기‖</translation>
    </message>
    <message>
        <source>‖gradient‖ past it</source>
        <translation>지나친 ‖기울기‖</translation>
    </message>
    <message>
        <source>Layer {layer}: units {first} to {last}</source>
        <translation>{layer}층: 뉴런 {first}–{last}</translation>
    </message>
    <message>
        <source>smallest a</source>
        <translation>가장 작은 a</translation>
    </message>
    <message>
        <source>largest a</source>
        <translation>가장 큰 a</translation>
    </message>
    <message>
        <source>The outline reaches each of them.</source>
        <translation>개요에서 하나하나 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Earlier layers: {layers}</source>
        <translation>앞쪽 층: {layers}</translation>
    </message>
    <message>
        <source>Later layers: {layers}</source>
        <translation>뒤쪽 층: {layers}</translation>
    </message>
    <message>
        <source>Click: show them.</source>
        <translation>클릭: 보이기.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>입력 수</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
</context>
<context>
    <name>DiagramPanel</name>
    <message>
        <source>Forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Backward pass of {gradient}</source>
        <translation>역전파: {gradient}</translation>
    </message>
    <message>
        <source>Backward pass</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>batch of {samples}: means</source>
        <translation>{samples}개 배치: 평균</translation>
    </message>
    <message>
        <source>sample {sample} of {samples}</source>
        <translation>샘플 {sample} / {samples}</translation>
    </message>
    <message>
        <source>nudged; below a unit: Δa</source>
        <translation>움직여 보는 중, 뉴런 아래: Δa</translation>
    </message>
    <message>
        <source>bar under a unit: log₁₀|∂C/∂z|, {bottom} to {top}</source>
        <translation>뉴런 아래 막대: log₁₀|∂C/∂z|, {bottom} ~ {top}</translation>
    </message>
    <message>
        <source>bar: log₁₀|∂C/∂z|, {bottom} to {top}</source>
        <translation>막대: log₁₀|∂C/∂z|, {bottom} ~ {top}</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Show the whole diagram</source>
        <translation>그림 전체 보기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Outline of the network</source>
        <translation>신경망 개요</translation>
    </message>
    <message>
        <source>Network diagram</source>
        <translation>신경망 그림</translation>
    </message>
    <message>
        <source>Unroll {gradient}</source>
        <translation>펼치기: {gradient}</translation>
    </message>
    <message>
        <source>Go to its factor</source>
        <translation>이 인수로 이동</translation>
    </message>
    <message>
        <source>Nudge {symbol}</source>
        <translation>{symbol} 움직여 보기</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>N = {samples}</source>
        <translation>N = {samples}</translation>
    </message>
    <message>
        <source>mixed activations</source>
        <translation>여러 활성화</translation>
    </message>
    <message>
        <source>output {activation}</source>
        <translation>출력 {activation}</translation>
    </message>
    <message>
        <source>mixed initializers</source>
        <translation>여러 초기화</translation>
    </message>
    <message>
        <source>gain {value}</source>
        <translation>게인 {value}</translation>
    </message>
    <message>
        <source>typed weights</source>
        <translation>입력한 가중치</translation>
    </message>
    <message>
        <source>std {value}</source>
        <translation>표준편차 {value}</translation>
    </message>
    <message>
        <source>limit {value}</source>
        <translation>한계 {value}</translation>
    </message>
    <message>
        <source>value {value}</source>
        <translation>값 {value}</translation>
    </message>
    <message>
        <source>{value} weights per unit</source>
        <translation>뉴런당 가중치 {value}개</translation>
    </message>
    <message>
        <source>left slope {value}</source>
        <translation>왼쪽 기울기 {value}</translation>
    </message>
    <message>
        <source>alpha {value}</source>
        <translation>알파 {value}</translation>
    </message>
    <message>
        <source>{value} samples</source>
        <translation>샘플 {value}개</translation>
    </message>
    <message>
        <source>noise {value}</source>
        <translation>잡음 {value}</translation>
    </message>
    <message>
        <source>{value} classes</source>
        <translation>{value}종류</translation>
    </message>
    <message>
        <source>seed {value}</source>
        <translation>시드 {value}</translation>
    </message>
    <message>
        <source>mixed gains</source>
        <translation>여러 게인</translation>
    </message>
    <message>
        <source>mixed biases</source>
        <translation>여러 편향</translation>
    </message>
    <message>
        <source>bias {initializer}</source>
        <translation>편향 {initializer}</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count}개 층</translation>
    </message>
    <message>
        <source>1 layer</source>
        <translation>층 1개</translation>
    </message>
    <message>
        <source>{inputs}–{units}–{outputs} units</source>
        <translation>뉴런 {inputs}–{units}–{outputs}</translation>
    </message>
    <message>
        <source>mixed units</source>
        <translation>여러 뉴런 수</translation>
    </message>
    <message>
        <source>no typed weights</source>
        <translation>입력한 가중치 없음</translation>
    </message>
    <message>
        <source>typed weights ({count})</source>
        <translation>입력한 가중치({count})</translation>
    </message>
    <message>
        <source>ε {value}</source>
        <translation>ε {value}</translation>
    </message>
    <message>
        <source>momentum {value}</source>
        <translation>모멘텀 {value}</translation>
    </message>
    <message>
        <source>residual connections past f(z), α {scale}</source>
        <translation>f(z)를 지나가는 잔차 연결, α {scale}</translation>
    </message>
    <message>
        <source>residual connections past Wf(a), α {scale}</source>
        <translation>Wf(a)를 지나가는 잔차 연결, α {scale}</translation>
    </message>
    <message>
        <source>in training</source>
        <translation>학습 모드</translation>
    </message>
    <message>
        <source>in evaluation</source>
        <translation>평가 모드</translation>
    </message>
    <message>
        <source>mixed normalizations</source>
        <translation>여러 정규화</translation>
    </message>
    <message>
        <source>no normalization</source>
        <translation>정규화 없음</translation>
    </message>
    <message>
        <source>mixed residual connections</source>
        <translation>여러 잔차 연결</translation>
    </message>
    <message>
        <source>no residual connections</source>
        <translation>잔차 연결 없음</translation>
    </message>
    <message>
        <source>mixed dropout</source>
        <translation>여러 드롭아웃</translation>
    </message>
    <message>
        <source>no dropout</source>
        <translation>드롭아웃 없음</translation>
    </message>
    <message>
        <source>dropout {rate}</source>
        <translation>드롭아웃 {rate}</translation>
    </message>
</context>
<context>
    <name>DifferencesPanel</name>
    <message>
        <source>{one} → {other}</source>
        <translation>{one} → {other}</translation>
    </message>
    <message>
        <source>Pin a run to compare the open one with.</source>
        <translation>지금 신경망과 견줄 실행을 고정하세요.</translation>
    </message>
    <message>
        <source>Nothing: both are the same.</source>
        <translation>없습니다. 둘이 같습니다.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>다른 점</translation>
    </message>
</context>
<context>
    <name>Divergence</name>
    <message>
        <source>Step {step}: the forward pass overflowed at {factor} of layer {layer}.</source>
        <translation>{step}번째 걸음: 순전파가 {layer}층의 {factor}에서 넘쳤습니다.</translation>
    </message>
    <message>
        <source>Step {step}: the cost is beyond what a number can hold.</source>
        <translation>{step}번째 걸음: 손실이 수로 나타낼 수 있는 범위를 넘었습니다.</translation>
    </message>
    <message>
        <source>Step {step}: the gradient overflowed at {factor} of layer {layer}.</source>
        <translation>{step}번째 걸음: {layer}층의 {factor}에서 기울기가 표현 범위를 넘었습니다.</translation>
    </message>
    <message>
        <source>Step {step}: the update made parameters of layer {layer} infinite.</source>
        <translation>{step}번째 걸음: 갱신한 뒤 {layer}층의 매개변수가 무한대가 되었습니다.</translation>
    </message>
</context>
<context>
    <name>DriftPlot</name>
    <message>
        <source>log₁₀ largest difference</source>
        <translation>log₁₀ 가장 큰 차이</translation>
    </message>
    <message>
        <source>log₁₀ difference</source>
        <translation>log₁₀ 차이</translation>
    </message>
    <message>
        <source>gradient steps</source>
        <translation>경사 하강 걸음 수</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>Set every weight to {value}</source>
        <translation>모든 가중치를 같은 값으로: {value}</translation>
    </message>
    <message>
        <source>Set the weights of layer {layer} to {value}</source>
        <translation>{layer}층의 가중치를 같은 값으로: {value}</translation>
    </message>
    <message>
        <source>Add {amount} to {weight}</source>
        <translation>{weight}: {amount} 더하기</translation>
    </message>
</context>
<context>
    <name>Ending</name>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>this path</source>
        <translation>이 경로</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>다른 경로</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>backpropagation</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>of it {symbol}</source>
        <translation>그 가운데 {symbol}</translation>
    </message>
    <message>
        <source>with {term} = {value}</source>
        <translation>{term} = {value}까지</translation>
    </message>
    <message>
        <source>finite difference</source>
        <translation>유한 차분</translation>
    </message>
    <message>
        <source>underflow</source>
        <translation>언더플로</translation>
    </message>
    <message>
        <source>lost in rounding</source>
        <translation>반올림에 묻힘</translation>
    </message>
    <message>
        <source>{value} (at a kink)</source>
        <translation>{value} (꺾인 점)</translation>
    </message>
    <message>
        <source>{value} (differs)</source>
        <translation>{value} (다름)</translation>
    </message>
</context>
<context>
    <name>Ensemble</name>
    <message>
        <source>{done} of {count} seeds</source>
        <translation>시드 {count}개 중 {done}개</translation>
    </message>
    <message>
        <source>Layer {layers}: exactly 0 in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 정확히 0입니다.</translation>
    </message>
    <message>
        <source>Layers {layers}: exactly 0 in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 정확히 0입니다.</translation>
    </message>
    <message>
        <source>Layer {layers}: lost to underflow in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 언더플로로 사라졌습니다.</translation>
    </message>
    <message>
        <source>Layers {layers}: lost to underflow in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 언더플로로 사라졌습니다.</translation>
    </message>
    <message>
        <source>Layer {layers}: infinite in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 무한대입니다.</translation>
    </message>
    <message>
        <source>Layers {layers}: infinite in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 무한대입니다.</translation>
    </message>
    <message>
        <source>Layer {layers}: not a number in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Layers {layers}: not a number in up to {most} of {count} seeds.</source>
        <translation>{layers}층: 시드 {count}개 중 많게는 {most}개에서 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>median of {count}  {value}, half {low} … {high}</source>
        <translation>{count}개의 중앙값  {value}, 가운데 절반 {low} … {high}</translation>
    </message>
    <message>
        <source>all  {low} … {high}</source>
        <translation>전체  {low} … {high}</translation>
    </message>
    <message>
        <source>mean of the seeds  {measured}, theory {theory}</source>
        <translation>시드의 평균  {measured}, 이론 {theory}</translation>
    </message>
    <message>
        <source>RMS of the seeds  {measured}, theory {theory}</source>
        <translation>시드의 RMS  {measured}, 이론 {theory}</translation>
    </message>
    <message>
        <source>theory, mean over draws  {theory}</source>
        <translation>이론, 뽑기 전체의 평균  {theory}</translation>
    </message>
    <message>
        <source>theory, RMS over draws  {theory}</source>
        <translation>이론, 뽑기 전체의 RMS  {theory}</translation>
    </message>
    <message>
        <source>{letter}  median of {count}  {value}, half {low} … {high}</source>
        <translation>{letter}  {count}개의 중앙값  {value}, 가운데 절반 {low} … {high}</translation>
    </message>
    <message>
        <source>{state} in {lost} of them</source>
        <translation>{state}: {lost}개</translation>
    </message>
    <message>
        <source>seed {seed}  {value}</source>
        <translation>시드 {seed}  {value}</translation>
    </message>
</context>
<context>
    <name>Equation</name>
    <message>
        <source>norm {value}</source>
        <translation>노름 {value}</translation>
    </message>
    <message>
        <source>norm × {value}</source>
        <translation>노름 × {value}</translation>
    </message>
    <message>
        <source>path {number} of {total}</source>
        <translation>경로 {number} / {total}</translation>
    </message>
    <message>
        <source>the others add {value}</source>
        <translation>다른 경로 {value}</translation>
    </message>
    <message>
        <source>sum = {value}</source>
        <translation>합 = {value}</translation>
    </message>
</context>
<context>
    <name>EquationCanvas</name>
    <message>
        <source>{count} values</source>
        <translation>값 {count}개</translation>
    </message>
    <message>
        <source>∏ {count} factors</source>
        <translation>∏ 인수 {count}개</translation>
    </message>
    <message>
        <source>Click to show one more layer of this run</source>
        <translation>클릭하면 한 층 더 보입니다</translation>
    </message>
    <message>
        <source>{symbol}: click to go there</source>
        <translation>{symbol}: 클릭하면 이동합니다</translation>
    </message>
    <message>
        <source>It kills here: the product is 0 from it on.</source>
        <translation>여기서 끊깁니다. 이 인수부터 곱이 0입니다.</translation>
    </message>
</context>
<context>
    <name>EquationStrip</name>
    <message>
        <source>Equation</source>
        <translation>식</translation>
    </message>
</context>
<context>
    <name>ErrorHook</name>
    <message>
        <source>GradSim ran into an error of its own.</source>
        <translation>GradSim 안에서 오류가 났습니다.</translation>
    </message>
    <message>
        <source>Your project is still open and unchanged. {error}</source>
        <translation>프로젝트는 그대로 열려 있고 바뀐 것이 없습니다. {error}</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>사본 저장…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>There is no plot on screen that could be exported.</source>
        <translation>화면에 내보낼 그래프가 없습니다.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>This plot has no table of numbers.</source>
        <translation>이 그래프에는 숫자 표가 없습니다.</translation>
    </message>
    <message>
        <source>Export plot</source>
        <translation>그래프 내보내기</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>바탕</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 그림</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 그림</translation>
    </message>
    <message>
        <source>PDF picture</source>
        <translation>PDF 그림</translation>
    </message>
    <message>
        <source>CSV table of the numbers</source>
        <translation>숫자의 CSV 표</translation>
    </message>
    <message>
        <source>as on screen</source>
        <translation>화면 그대로</translation>
    </message>
    <message>
        <source>twice as sharp</source>
        <translation>두 배 선명하게</translation>
    </message>
    <message>
        <source>four times as sharp</source>
        <translation>네 배 선명하게</translation>
    </message>
    <message>
        <source>light, for paper</source>
        <translation>밝게(종이용)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Put it on the clipboard</source>
        <translation>클립보드에 담습니다</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Preview of the picture</source>
        <translation>그림 미리 보기</translation>
    </message>
    <message>
        <source>Preview of the numbers</source>
        <translation>숫자 미리 보기</translation>
    </message>
</context>
<context>
    <name>FactorCard</name>
    <message>
        <source>Practice — {shape}, {activation}</source>
        <translation>연습 — {shape}, {activation}</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Value {number} of {count} — {kind}</source>
        <translation>값 {number} / {count} — {kind}</translation>
    </message>
    <message>
        <source>Factor {number} of {count} — {kind}</source>
        <translation>인수 {number} / {count} — {kind}</translation>
    </message>
    <message>
        <source>{number} of {count} — {kind}</source>
        <translation>{number} / {count} — {kind}</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>처음</translation>
    </message>
    <message>
        <source>{count} values lead from the input to the cost. Press → for the first.</source>
        <translation>입력에서 손실까지 값 {count}개입니다. → 키를 누르면 첫 값이 나옵니다.</translation>
    </message>
    <message>
        <source>{count} factors lead from the cost back to layer {layer}, a whole layer at a time. Press → for the first.</source>
        <translation>손실에서 {layer}층까지 한 층씩 거슬러 가는 인수 {count}개입니다. → 키를 누르면 첫 인수가 나옵니다.</translation>
    </message>
    <message>
        <source>{count} factors lead from the cost back to {parameter}. Press → to multiply in the first.</source>
        <translation>손실에서 거슬러 가는 인수 {count}개입니다({parameter}). → 키를 누르면 첫 인수를 곱합니다.</translation>
    </message>
</context>
<context>
    <name>FactorPanel</name>
    <message>
        <source>Factor by factor</source>
        <translation>인수별 비교</translation>
    </message>
    <message>
        <source>against</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>First run</source>
        <translation>첫째 실행</translation>
    </message>
    <message>
        <source>Second run</source>
        <translation>둘째 실행</translation>
    </message>
    <message>
        <source>with ∂C/∂W and ∂C/∂b</source>
        <translation>∂C/∂W, ∂C/∂b 포함</translation>
    </message>
    <message>
        <source>Factors of both runs, from the cost down</source>
        <translation>손실 함수부터 내려가며 본 두 실행의 인수</translation>
    </message>
    <message>
        <source>From the cost down, so that layers stand side by side that are equally far from it. A click, or Enter, walks to the factor in the open network.</source>
        <translation>손실 함수부터 내려가므로 같은 거리에 있는 층끼리 나란히 놓입니다. 누르거나 Enter 키를 치면 지금 신경망의 그 인수로 갑니다.</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Save project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Save the changes to “{project}”?</source>
        <translation>변경 사항을 저장할까요? (프로젝트: {project})</translation>
    </message>
    <message>
        <source>Without saving they are lost.</source>
        <translation>저장하지 않으면 바꾼 것이 사라집니다.</translation>
    </message>
    <message>
        <source>“{project}” is gone from its folder. Save it again?</source>
        <translation>“{project}”: 폴더에서 사라졌습니다. 다시 저장할까요?</translation>
    </message>
    <message>
        <source>Without saving it is lost.</source>
        <translation>저장하지 않으면 사라집니다.</translation>
    </message>
    <message>
        <source>“{file}” was changed by another program since it was opened.</source>
        <translation>“{file}”: 연 뒤에 다른 프로그램이 바꾸었습니다.</translation>
    </message>
    <message>
        <source>Saving would replace what stands in it now.</source>
        <translation>저장하면 지금 그 안에 있는 내용이 바뀝니다.</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>GradSim projects (*.gradsim)</source>
        <translation>GradSim 프로젝트 (*.gradsim)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Could not reopen {file}: {reason} Here is the example instead.</source>
        <translation>다시 열지 못했습니다({file}): {reason} 대신 예제를 열었습니다.</translation>
    </message>
    <message>
        <source>Could not save {file}: {reason}</source>
        <translation>저장하지 못했습니다({file}): {reason}</translation>
    </message>
    <message>
        <source>Could not open {file}: {reason} The open project stays as it was.</source>
        <translation>열지 못했습니다({file}): {reason} 열려 있는 프로젝트는 그대로입니다.</translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation>{place}: {reason}</translation>
    </message>
</context>
<context>
    <name>FirstMovesPlot</name>
    <message>
        <source>not yet</source>
        <translation>아직</translation>
    </message>
</context>
<context>
    <name>FitButton</name>
    <message>
        <source>Fit</source>
        <translation>맞추기</translation>
    </message>
    <message>
        <source>Show all the data again (double click, or 0)</source>
        <translation>데이터 전체를 다시 보입니다(두 번 클릭 또는 0)</translation>
    </message>
    <message>
        <source>Fit the range to the data</source>
        <translation>범위를 데이터에 맞추기</translation>
    </message>
</context>
<context>
    <name>FormMenu</name>
    <message>
        <source>Number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>부호</translation>
    </message>
    <message>
        <source>Power of ten</source>
        <translation>10의 지수</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>exact</source>
        <translation>정확한 값</translation>
    </message>
    <message>
        <source>{format}: kept</source>
        <translation>{format}: 유지</translation>
    </message>
    <message>
        <source>{format}: lost at layer {layer}</source>
        <translation>{format}: {layer}층에서 소실</translation>
    </message>
    <message>
        <source>{format}: infinite at layer {layer}</source>
        <translation>{format}: {layer}층에서 무한대</translation>
    </message>
    <message>
        <source>{format}: no number at layer {layer}</source>
        <translation>{format}: {layer}층에서 NaN</translation>
    </message>
    <message>
        <source>{format} first loses entries of δ at layer {layer}: {percent} %.</source>
        <translation>{format}: δ의 원소를 {layer}층에서 처음 잃습니다({percent} %).</translation>
    </message>
    <message>
        <source>{percent} % of δ lost</source>
        <translation>δ의 {percent} % 소실</translation>
    </message>
    <message>
        <source>Shown for ∂C/∂a: δ, which meets f′(z) too.</source>
        <translation>∂C/∂a 대신 f′(z)까지 곱한 δ를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Every operation is rounded once to the format, as hardware does; no loss scaling.</source>
        <translation>하드웨어처럼 연산마다 한 번씩 형식에 맞게 반올림하며, 손실 스케일링은 하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>FunctionView</name>
    <message>
        <source>After the first step.</source>
        <translation>첫걸음 뒤에 나타납니다.</translation>
    </message>
    <message>
        <source>input 1</source>
        <translation>입력 1</translation>
    </message>
    <message>
        <source>input 2</source>
        <translation>입력 2</translation>
    </message>
    <message>
        <source>output 1</source>
        <translation>출력 1</translation>
    </message>
    <message>
        <source>The function that the network computes</source>
        <translation>신경망이 계산하는 함수</translation>
    </message>
    <message>
        <source>Dark where the output is high; filled marks are samples with a high target</source>
        <translation>출력이 큰 곳일수록 짙습니다. 채운 점은 목표값이 큰 샘플입니다.</translation>
    </message>
</context>
<context>
    <name>GainRow</name>
    <message>
        <source>mixed</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>recommended: one for each layer</source>
        <translation>추천값: 층마다 다름</translation>
    </message>
    <message>
        <source>recommended {gain}</source>
        <translation>추천값 {gain}</translation>
    </message>
    <message>
        <source>no critical gain</source>
        <translation>임계 게인 없음</translation>
    </message>
    <message>
        <source>critical: one for each layer</source>
        <translation>임계값: 층마다 다름</translation>
    </message>
    <message>
        <source>Critical gain: one for each layer</source>
        <translation>임계 게인: 층마다 다릅니다</translation>
    </message>
    <message>
        <source>critical {gain}</source>
        <translation>임계값 {gain}</translation>
    </message>
    <message>
        <source>Critical gain {gain}: ‖δ‖ neither falls nor grows with depth</source>
        <translation>임계 게인 {gain}: 깊어져도 ‖δ‖가 줄지도 늘지도 않습니다</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>게인</translation>
    </message>
    <message>
        <source>Gain slider</source>
        <translation>게인 슬라이더</translation>
    </message>
    <message>
        <source>use</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Use the recommended gain</source>
        <translation>추천 게인 쓰기</translation>
    </message>
    <message>
        <source>Use the critical gain</source>
        <translation>임계 게인 쓰기</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>standard: decades of δ per layer going back</source>
        <translation>표준: 거슬러 갈 때 층마다 δ의 자릿수</translation>
    </message>
    <message>
        <source>shrinks: n·Var w = 1/3, hence about −0.24</source>
        <translation>줄어듭니다. n·Var w = 1/3이므로 약 −0.24</translation>
    </message>
    <message>
        <source>normalized: decades of δ per layer going back</source>
        <translation>정규화: 거슬러 갈 때 층마다 δ의 자릿수</translation>
    </message>
    <message>
        <source>keeps its size</source>
        <translation>크기를 지킵니다</translation>
    </message>
    <message>
        <source>standard: decades between the layers&apos; ∂C/∂W</source>
        <translation>표준: 층 사이 ∂C/∂W의 자릿수 차이</translation>
    </message>
    <message>
        <source>about the same in all layers</source>
        <translation>모든 층에서 거의 같습니다</translation>
    </message>
    <message>
        <source>normalized: decades between the layers&apos; ∂C/∂W</source>
        <translation>정규화: 층 사이 ∂C/∂W의 자릿수 차이</translation>
    </message>
    <message>
        <source>the standard one does not shrink as it should</source>
        <translation>표준 초기화의 기울기가 논문만큼 줄지 않습니다</translation>
    </message>
    <message>
        <source>the normalized one does not keep its size</source>
        <translation>정규화 초기화의 기울기가 크기를 지키지 못합니다</translation>
    </message>
    <message>
        <source>the gradients of the weights differ between layers</source>
        <translation>가중치의 기울기가 층마다 다릅니다</translation>
    </message>
    <message>
        <source>with the standard weights the gradient shrinks in every layer, with the normalized ones it keeps its size, and ∂C/∂W is even in both</source>
        <translation>표준 가중치에서는 기울기가 층마다 줄고, 정규화 가중치에서는 크기를 지키며, ∂C/∂W는 둘 다 고릅니다</translation>
    </message>
    <message>
        <source>Standard against normalized weights</source>
        <translation>표준 가중치와 정규화 가중치</translation>
    </message>
    <message>
        <source>In five tanh layers of 1,000 units, weights from U(±1/√n) let the gradient that is propagated back shrink from layer to layer; weights from U(±√(6/(fan-in + fan-out))) keep its size. The gradients of the weights are of about the same size in all layers at the start, in either case.</source>
        <translation>뉴런 1,000개짜리 tanh 다섯 층에서 U(±1/√n)에서 뽑은 가중치는 역전파되는 기울기를 층마다 줄입니다. U(±√(6/(fan-in + fan-out)))에서 뽑으면 크기를 지킵니다. 가중치의 기울기는 어느 쪽이든 처음에는 모든 층에서 크기가 거의 같습니다.</translation>
    </message>
    <message>
        <source>Digits of 8×8 pixels take the place of Shapeset and of the image sets; softmax and cross-entropy as there. Only the start is measured, nothing is trained.</source>
        <translation>Shapeset과 이미지 데이터 대신 8×8 손글씨 숫자를 씁니다. 소프트맥스와 교차 엔트로피는 논문과 같습니다. 처음 상태만 재고 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Holds if δ loses at least 0.15 decades per hidden layer with the standard weights and changes by at most 0.06 with the normalized ones, and if ∂C/∂W of the hidden layers after the first lies within 0.2 decades.</source>
        <translation>표준 가중치에서 δ가 은닉층마다 0.15자리 이상 줄고, 정규화 가중치에서 0.06자리 이하로 바뀌며, 첫 층을 뺀 은닉층의 ∂C/∂W가 0.2자리 안에 있으면 성립합니다.</translation>
    </message>
    <message>
        <source>standard, U(±1/√n)</source>
        <translation>표준, U(±1/√n)</translation>
    </message>
    <message>
        <source>normalized (Xavier)</source>
        <translation>정규화(Xavier)</translation>
    </message>
    <message>
        <source>with Xavier the gradient does not diminish</source>
        <translation>Xavier에서 기울기가 줄지 않습니다</translation>
    </message>
    <message>
        <source>with He the gradient does not keep its size</source>
        <translation>He에서 기울기가 크기를 지키지 못합니다</translation>
    </message>
    <message>
        <source>Xavier&apos;s gradient loses about a factor √2 in every layer, the more the deeper, and He&apos;s keeps its size at both depths; whether the networks train is not measured here</source>
        <translation>Xavier의 기울기는 층마다 약 1/√2로 줄어 깊을수록 작고, He의 기울기는 두 깊이 모두에서 크기를 지킵니다. 학습이 되는지는 여기에서 재지 않습니다</translation>
    </message>
    <message>
        <source>Xavier, {depth} layers: decades of δ, first to last hidden</source>
        <translation>Xavier, {depth}개 층: 첫 은닉층 대 마지막 은닉층 δ의 자릿수</translation>
    </message>
    <message>
        <source>diminishes with depth</source>
        <translation>깊을수록 줄어듭니다</translation>
    </message>
    <message>
        <source>He, {depth} layers: decades of δ, first to last hidden</source>
        <translation>He, {depth}개 층: 첫 은닉층 대 마지막 은닉층 δ의 자릿수</translation>
    </message>
    <message>
        <source>{depth} layers, Xavier</source>
        <translation>{depth}개 층, Xavier</translation>
    </message>
    <message>
        <source>{depth} layers, He</source>
        <translation>{depth}개 층, He</translation>
    </message>
    <message>
        <source>Weights for rectifiers</source>
        <translation>ReLU에 맞는 가중치</translation>
    </message>
    <message>
        <source>ReLU halves the variance in every layer, which Var w = 2/n makes good. With 22 layers both initializations train, He&apos;s earlier; with 30 layers only He&apos;s does, while with Xavier&apos;s learning stalls because the gradients diminish.</source>
        <translation>ReLU는 층마다 분산을 반으로 줄이고, Var w = 2/n이 이를 메웁니다. 22개 층에서는 두 초기화 모두 학습되며 He가 더 빠릅니다. 30개 층에서는 He만 학습되고, Xavier는 기울기가 줄어 학습이 멈춥니다.</translation>
    </message>
    <message>
        <source>Dense layers of 256 units on digits of 8×8 pixels take the place of convolutions on ImageNet. The gradients at the start are measured; nothing is trained.</source>
        <translation>ImageNet의 합성곱 층 대신 8×8 손글씨 숫자와 뉴런 256개짜리 완전 연결 층을 씁니다. 처음의 기울기를 재고 학습하지 않습니다.</translation>
    </message>
    <message>
        <source>Holds if δ loses at least 0.12 decades per layer with Xavier and changes by at most 0.03 with He, at both depths.</source>
        <translation>두 깊이 모두에서 δ가 Xavier로는 층마다 0.12자리 이상 줄고 He로는 0.03자리 이하로 바뀌면 성립합니다.</translation>
    </message>
    <message>
        <source>first gain {gain}: variance in the first layer</source>
        <translation>첫 게인 {gain}: 첫 층의 분산</translation>
    </message>
    <message>
        <source>first gain {gain}: mean in the last hidden layer</source>
        <translation>첫 게인 {gain}: 마지막 은닉층의 평균</translation>
    </message>
    <message>
        <source>towards 0</source>
        <translation>0에 가까워집니다</translation>
    </message>
    <message>
        <source>first gain {gain}: variance in the last hidden layer</source>
        <translation>첫 게인 {gain}: 마지막 은닉층의 분산</translation>
    </message>
    <message>
        <source>towards 1</source>
        <translation>1에 가까워집니다</translation>
    </message>
    <message>
        <source>mean or variance of the last hidden layer is too far from 0 or 1</source>
        <translation>마지막 은닉층의 평균이나 분산이 0과 1에서 너무 멉니다</translation>
    </message>
    <message>
        <source>wherever the signal starts, the last hidden layer has a mean near 0 and a variance near 1</source>
        <translation>신호가 어디에서 출발해도 마지막 은닉층의 평균은 0에, 분산은 1에 가깝습니다</translation>
    </message>
    <message>
        <source>Networks that normalize themselves</source>
        <translation>스스로 정규화하는 신경망</translation>
    </message>
    <message>
        <source>With SELU and weights of mean 0 and variance 1/n, mean 0 and variance 1 of the activations are a stable fixed point: layer by layer they are drawn towards it, also from elsewhere.</source>
        <translation>SELU와 평균 0, 분산 1/n인 가중치에서는 활성화의 평균 0과 분산 1이 안정된 고정점입니다. 다른 곳에서 출발해도 층마다 이 점으로 끌려갑니다.</translation>
    </message>
    <message>
        <source>32 hidden layers of 256 units on Gaussian data; the gain of the first layer lets the signal start too small, right, and too large. Only the start is measured.</source>
        <translation>가우스 데이터에 뉴런 256개짜리 은닉층 32개를 씁니다. 첫 층의 게인으로 신호를 너무 작게, 알맞게, 너무 크게 출발시킵니다. 처음 상태만 잽니다.</translation>
    </message>
    <message>
        <source>Holds if in the last hidden layer the mean lies within 0.1 of 0 and the variance within 0.2 of 1, in the median over the draws, from all three starts.</source>
        <translation>세 출발점 모두에서 마지막 은닉층의 평균이 0에서 0.1 안에, 분산이 1에서 0.2 안에 있으면(뽑기의 중앙값) 성립합니다.</translation>
    </message>
    <message>
        <source>gain {gain} in the first layer</source>
        <translation>첫 층 게인 {gain}</translation>
    </message>
    <message>
        <source>{hidden} hidden layers: ‖∂C/∂b‖ of layer {layer}</source>
        <translation>은닉층 {hidden}개: {layer}층의 ‖∂C/∂b‖</translation>
    </message>
    <message>
        <source>the first of four hidden layers is less than thirty times slower</source>
        <translation>은닉층 네 개 가운데 첫 층이 서른 배까지 느리지 않습니다</translation>
    </message>
    <message>
        <source>in every network each hidden layer learns more slowly than the next one, by about as much as printed; the numbers differ somewhat, as the data and the draws do</source>
        <translation>모든 신경망에서 은닉층은 다음 층보다 느리게 배우며 그 정도도 책과 비슷합니다. 데이터와 뽑기가 다르므로 수는 조금 다릅니다</translation>
    </message>
    <message>
        <source>a hidden layer learns faster than the next one</source>
        <translation>다음 층보다 빨리 배우는 은닉층이 있습니다</translation>
    </message>
    <message>
        <source>How fast the layers learn</source>
        <translation>층이 배우는 속도</translation>
    </message>
    <message>
        <source>In sigmoid networks with 2, 3 and 4 hidden layers of 30 units, ‖∂C/∂b‖ at the start, the speed at which a layer learns, is smaller the earlier the layer: the first of four learns about a hundred times more slowly than the last.</source>
        <translation>뉴런 30개짜리 은닉층이 2, 3, 4개인 시그모이드 신경망에서 처음의 ‖∂C/∂b‖, 곧 층이 배우는 속도는 앞쪽 층일수록 작습니다. 네 층 가운데 첫 층은 마지막 층보다 약 백 배 느리게 배웁니다.</translation>
    </message>
    <message>
        <source>500 digits of 8×8 pixels, standardized, take the place of 1,000 of MNIST&apos;s 28×28, and the median of ten draws that of one. Weights are from N(0, 1/n) and biases from N(0, 1); with weights from N(0, 1) the order is the same, but the layers lie closer together.</source>
        <translation>MNIST의 28×28 숫자 1,000개 대신 표준화한 8×8 숫자 500개를, 뽑기 한 번 대신 열 번의 중앙값을 씁니다. 가중치는 N(0, 1/n), 편향은 N(0, 1)에서 뽑습니다. 가중치를 N(0, 1)에서 뽑아도 순서는 같지만 층 사이의 차이가 작습니다.</translation>
    </message>
    <message>
        <source>Holds if in each of the three networks every hidden layer has a smaller ‖∂C/∂b‖ than the hidden layer after it, and the first of four is at least thirty times slower than the fourth.</source>
        <translation>세 신경망 모두에서 은닉층의 ‖∂C/∂b‖가 다음 은닉층보다 작고, 네 층 가운데 첫 층이 넷째 층보다 서른 배 이상 느리면 성립합니다.</translation>
    </message>
    <message>
        <source>{hidden} hidden layers of 30</source>
        <translation>뉴런 30개짜리 은닉층 {hidden}개</translation>
    </message>
    <message>
        <source>orthogonal: decades of ‖δ‖ over 100 layers, worst draw</source>
        <translation>직교: 100개 층에 걸친 ‖δ‖의 자릿수, 가장 나쁜 뽑기</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>Gaussian: decades of ‖δ‖ over 100 layers, median draw</source>
        <translation>가우스: 100개 층에 걸친 ‖δ‖의 자릿수, 뽑기의 중앙값</translation>
    </message>
    <message>
        <source>kept on average only</source>
        <translation>평균으로만 지킵니다</translation>
    </message>
    <message>
        <source>orthogonal weights change the norm</source>
        <translation>직교 가중치가 노름을 바꿉니다</translation>
    </message>
    <message>
        <source>Gaussian weights keep the norm just as exactly</source>
        <translation>가우스 가중치도 노름을 똑같이 정확하게 지킵니다</translation>
    </message>
    <message>
        <source>orthogonal weights keep the norm to the last digit that rounding leaves, Gaussian ones of the same variance do not</source>
        <translation>직교 가중치는 반올림이 남기는 마지막 자리까지 노름을 지키고, 분산이 같은 가우스 가중치는 그렇지 않습니다</translation>
    </message>
    <message>
        <source>Orthogonal weights in deep linear networks</source>
        <translation>깊은 선형 신경망의 직교 가중치</translation>
    </message>
    <message>
        <source>A product of orthogonal matrices is orthogonal: in a linear network of any depth they keep the norm of what passes, there and back, exactly. Scaled Gaussian weights keep it on average only; their products spread ever wider with depth.</source>
        <translation>직교 행렬의 곱은 직교 행렬입니다. 선형 신경망에서는 깊이와 상관없이 지나가는 것의 노름을 앞뒤로 정확히 지킵니다. 크기를 맞춘 가우스 가중치는 평균으로만 지키며, 그 곱은 깊을수록 넓게 흩어집니다.</translation>
    </message>
    <message>
        <source>A hundred linear layers of 64 units on Gaussian data in place of MNIST; the start is measured, not how fast the network learns.</source>
        <translation>MNIST 대신 가우스 데이터에 뉴런 64개짜리 선형 층 백 개를 씁니다. 배우는 속도가 아니라 처음 상태를 잽니다.</translation>
    </message>
    <message>
        <source>Holds if with orthogonal weights ‖δ‖ of first and last layer agree to 10⁻⁹ decades in every draw, and with Gaussian ones they do not.</source>
        <translation>직교 가중치에서 첫 층과 마지막 층의 ‖δ‖가 모든 뽑기에서 10⁻⁹자리까지 같고, 가우스 가중치에서는 그렇지 않으면 성립합니다.</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>직교</translation>
    </message>
    <message>
        <source>Gaussian, Var w = 1/n</source>
        <translation>가우스, Var w = 1/n</translation>
    </message>
    <message>
        <source>0: the depth scale diverges</source>
        <translation>0, 깊이 척도가 무한히 커집니다</translation>
    </message>
    <message>
        <source>½·log₁₀ χ = {expected}</source>
        <translation>½·log₁₀ χ = {expected}</translation>
    </message>
    <message>
        <source>the measured slope is not the one that the depth scale asks for</source>
        <translation>잰 값이 깊이 척도에서 나오는 값과 다릅니다</translation>
    </message>
    <message>
        <source>below criticality δ vanishes, above it explodes, each at the rate of its depth scale, and at criticality it does neither</source>
        <translation>임계점 아래에서는 δ가 사라지고 위에서는 폭발하며 그 속도는 깊이 척도와 같습니다. 임계점에서는 어느 쪽도 아닙니다</translation>
    </message>
    <message>
        <source>below criticality: decades of δ per layer going back</source>
        <translation>임계점 아래: 거슬러 갈 때 층마다 δ의 자릿수</translation>
    </message>
    <message>
        <source>at criticality: decades of δ per layer going back</source>
        <translation>임계점: 거슬러 갈 때 층마다 δ의 자릿수</translation>
    </message>
    <message>
        <source>above criticality: decades of δ per layer going back</source>
        <translation>임계점 위: 거슬러 갈 때 층마다 δ의 자릿수</translation>
    </message>
    <message>
        <source>below: ¾ of the critical weight variance</source>
        <translation>아래: 임계 가중치 분산의 ¾</translation>
    </message>
    <message>
        <source>at the critical weight variance</source>
        <translation>임계 가중치 분산</translation>
    </message>
    <message>
        <source>above: 1½ of the critical weight variance</source>
        <translation>위: 임계 가중치 분산의 1½</translation>
    </message>
    <message>
        <source>The edge of chaos</source>
        <translation>혼돈의 가장자리</translation>
    </message>
    <message>
        <source>In wide tanh networks ‖δ‖² changes by a factor χ in every layer, hence e-fold over a depth scale of 1/|ln χ|. Below a critical weight variance it vanishes, above it explodes, and at criticality the depth scale diverges.</source>
        <translation>넓은 tanh 신경망에서 ‖δ‖²은 층마다 χ배가 되므로 깊이 척도 1/|ln χ|마다 e배로 바뀝니다. 임계 가중치 분산 아래에서는 사라지고 위에서는 폭발하며, 임계점에서는 깊이 척도가 무한히 커집니다.</translation>
    </message>
    <message>
        <source>A hundred layers of 256 units with a bias variance of 0.05, Gaussian data and the cost “probe” in place of MNIST and CIFAR-10. The slope is taken from a quarter to three quarters of the depth.</source>
        <translation>MNIST와 CIFAR-10 대신 가우스 데이터와 손실 함수 “probe”, 편향 분산 0.05, 뉴런 256개짜리 층 백 개를 씁니다. 깊이의 4분의 1에서 4분의 3 사이에서 잽니다.</translation>
    </message>
    <message>
        <source>Holds if each slope lies within a tenth, or 0.004 decades, of ½·log₁₀ χ at the fixed point.</source>
        <translation>세 값이 모두 고정점의 ½·log₁₀ χ에서 10분의 1이나 0.004자리 안에 있으면 성립합니다.</translation>
    </message>
</context>
<context>
    <name>GradientMap</name>
    <message>
        <source>layer {layer}, step {step}: {value}</source>
        <translation>{layer}층, {step}번째 걸음: {value}</translation>
    </message>
    <message>
        <source>Here every layer will stand, step by step.</source>
        <translation>여기에 층마다의 값이 걸음을 따라 나타납니다.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
</context>
<context>
    <name>GradientsWorkspace</name>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>One layer</source>
        <translation>한 층</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>gain {gain}</source>
        <translation>게인 {gain}</translation>
    </message>
    <message>
        <source>gain rec.</source>
        <translation>추천 게인</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>아직 재지 않음</translation>
    </message>
    <message>
        <source>numbers of before, new ones are coming</source>
        <translation>이전 수치입니다. 새 수치를 재는 중입니다</translation>
    </message>
    <message>
        <source>{number} decades from the last to the first layer, quartiles {low} to {high}</source>
        <translation>마지막 층에서 첫 층까지 {number}자리, 사분위 {low}~{high}</translation>
    </message>
    <message>
        <source>{zeros} of {seeds} draws without a ratio: first and last gradient are exactly 0</source>
        <translation>{seeds}번 가운데 {zeros}번은 첫 층과 마지막 층의 기울기가 모두 정확히 0이라 비율이 없음</translation>
    </message>
    <message>
        <source>{lost} of {seeds} draws lost to floating point</source>
        <translation>{seeds}번 가운데 {lost}번은 부동소수점 범위를 벗어나 잃음</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{all}칸 중 {done}칸</translation>
    </message>
    <message>
        <source>{done} of {all} · about {seconds} s left</source>
        <translation>{all}칸 중 {done}칸 · 약 {seconds}초 남음</translation>
    </message>
    <message>
        <source>{all} cells</source>
        <translation>{all}칸</translation>
    </message>
    <message>
        <source>stopped at {done} of {all}</source>
        <translation>{all}칸 중 {done}칸에서 멈춤</translation>
    </message>
    <message>
        <source>Layer {layer} changes the gradient most: {decades} decades, mostly by {cause}.</source>
        <translation>기울기를 가장 크게 바꾼 층: {layer}층, {decades}자리. 주된 원인: {cause}.</translation>
    </message>
    <message>
        <source>Layers {first} to {last} together change the gradient most: {decades} decades, mostly by {cause}.</source>
        <translation>기울기를 가장 크게 바꾼 곳: {first}~{last}층, 합쳐서 {decades}자리. 주된 원인: {cause}.</translation>
    </message>
    <message>
        <source>Layer {first} changes the gradient most: {decades} decades. By what cannot be told: through the layer above comes exactly 0, and all of it past that layer.</source>
        <translation>기울기를 가장 크게 바꾼 층: {first}층, {decades}자리. 원인은 나눌 수 없습니다. 바로 위 층을 지나서는 정확히 0이 오고, 기울기는 모두 그 층을 건너뛰는 길로 옵니다.</translation>
    </message>
    <message>
        <source>Layers {first} to {last} together change the gradient most: {decades} decades. By what cannot be told: through a layer there comes exactly 0, and all of it past that layer.</source>
        <translation>기울기를 가장 크게 바꾼 층: {first}–{last}층을 합쳐 {decades}자리. 원인은 나눌 수 없습니다. 그중 한 층을 지나서는 정확히 0이 오고, 기울기는 모두 그 층을 건너뛰는 길로 옵니다.</translation>
    </message>
    <message>
        <source>Some gradient is 0 or not a number, so nothing adds up.</source>
        <translation>0이거나 수가 아닌 기울기가 있어 합을 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>No layer changes the gradient.</source>
        <translation>기울기를 바꾸는 층이 없습니다.</translation>
    </message>
</context>
<context>
    <name>GridCanvas</name>
    <message>
        <source>Arrow keys walk the cells, Enter loads one, Space pins it</source>
        <translation>화살표 키로 칸을 옮기고, Enter로 불러오고, Space로 고정합니다</translation>
    </message>
    <message>
        <source>Grid of activations and initializers</source>
        <translation>활성화 함수와 초기화 격자</translation>
    </message>
    <message>
        <source>{name}. A click sorts the columns by this row.</source>
        <translation>{name}. 누르면 이 행을 기준으로 열을 정렬합니다.</translation>
    </message>
    <message>
        <source>{name}. A click sorts the rows by this column.</source>
        <translation>{name}. 누르면 이 열을 기준으로 행을 정렬합니다.</translation>
    </message>
</context>
<context>
    <name>GridCell</name>
    <message>
        <source>Healthy</source>
        <translation>건강</translation>
    </message>
    <message>
        <source>Uneven</source>
        <translation>불균등</translation>
    </message>
    <message>
        <source>Vanish</source>
        <translation>소실</translation>
    </message>
    <message>
        <source>Explode</source>
        <translation>폭발</translation>
    </message>
    <message>
        <source>Symm.</source>
        <translation>대칭</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Overfl.</source>
        <translation>넘침</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>All faint</source>
        <translation>전 층 약함</translation>
    </message>
    <message>
        <source>Faint</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>All huge</source>
        <translation>전 층 과대</translation>
    </message>
    <message>
        <source>Huge</source>
        <translation>과대</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>불가능</translation>
    </message>
    <message>
        <source>No</source>
        <translation>불가</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>잃음</translation>
    </message>
</context>
<context>
    <name>GridControls</name>
    <message>
        <source>Activations: {count}</source>
        <translation>활성화 함수: {count}</translation>
    </message>
    <message>
        <source>Initializers: {count}</source>
        <translation>초기화: {count}</translation>
    </message>
    <message>
        <source>Choose the rows</source>
        <translation>행을 고릅니다</translation>
    </message>
    <message>
        <source>Choose the columns and their gains</source>
        <translation>열과 각 열의 게인을 고릅니다</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Order of rows and columns. A click on a heading sorts by it; in the grid S sorts the rows by the present column, {key} the columns by the present row.</source>
        <translation>행과 열의 순서입니다. 제목을 누르면 그것을 기준으로 정렬합니다. 격자에서 S 키는 지금 열을 기준으로 행을, {key} 키는 지금 행을 기준으로 열을 정렬합니다.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Depth in layers</source>
        <translation>깊이(층 수)</translation>
    </message>
    <message>
        <source>Depth slider</source>
        <translation>깊이 슬라이더</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Units of a hidden layer</source>
        <translation>은닉층의 뉴런 수</translation>
    </message>
    <message>
        <source>Width slider</source>
        <translation>너비 슬라이더</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Draws of every cell</source>
        <translation>칸마다 뽑는 횟수</translation>
    </message>
    <message>
        <source>Every cell is drawn so many times: the seed of the project and those after it</source>
        <translation>칸마다 이만큼 뽑습니다: 프로젝트의 시드와 그다음 시드들</translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>Load into the builder</source>
        <translation>신경망으로 불러오기</translation>
    </message>
    <message>
        <source>Pin as a run</source>
        <translation>실행으로 고정</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>왜?</translation>
    </message>
    <message>
        <source>Let it race</source>
        <translation>경주에 넣기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>depth {depth}, width {width}, {seeds} seeds, {scope}</source>
        <translation>깊이 {depth}, 너비 {width}, 시드 {seeds}개, {scope}</translation>
    </message>
    <message>
        <source>log₁₀ of {symbol} of the first layer over the last, median of the draws</source>
        <translation>첫 층과 마지막 층의 {symbol} 비의 log₁₀, 여러 시드의 중앙값</translation>
    </message>
    <message>
        <source>Activation × initialization</source>
        <translation>활성화 함수 × 초기화</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Show the cells as a picture</source>
        <translation>칸을 그림으로 보기</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Show the cells as a table</source>
        <translation>칸을 표로 보기</translation>
    </message>
    <message>
        <source>Copy or save the grid as picture or numbers</source>
        <translation>격자를 그림이나 수치로 복사하거나 저장합니다</translation>
    </message>
    <message>
        <source>Table of the cells</source>
        <translation>칸의 표</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Tick at least one activation and one initializer.</source>
        <translation>아직 비교할 것이 없습니다. 활성화 함수와 초기화를 하나 이상 선택하세요.</translation>
    </message>
</context>
<context>
    <name>GridReadout</name>
    <message>
        <source>layer {layer}: median {value}</source>
        <translation>{layer}층: 중앙값 {value}</translation>
    </message>
    <message>
        <source>quartiles {low} to {high}</source>
        <translation>사분위 {low}~{high}</translation>
    </message>
    <message>
        <source>extremes {low} to {high}</source>
        <translation>최소~최대 {low}~{high}</translation>
    </message>
    <message>
        <source>draws lost: {lost}</source>
        <translation>잃은 횟수: {lost}</translation>
    </message>
</context>
<context>
    <name>GridShort</name>
    <message>
        <source>Const.</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Trunc. normal</source>
        <translation>절단 정규</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 정규</translation>
    </message>
    <message>
        <source>LeCun unif.</source>
        <translation>LeCun 균등</translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation>Glorot 정규</translation>
    </message>
    <message>
        <source>Glorot unif.</source>
        <translation>Glorot 균등</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 정규</translation>
    </message>
    <message>
        <source>He unif.</source>
        <translation>He 균등</translation>
    </message>
    <message>
        <source>Ortho- gonal</source>
        <translation>직교</translation>
    </message>
    <message>
        <source>Py- Torch</source>
        <translation>Py- Torch</translation>
    </message>
    <message>
        <source>LSUV</source>
        <translation>LSUV</translation>
    </message>
    <message>
        <source>GELU tanh</source>
        <translation>GELU tanh</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>Hard sigm.</source>
        <translation>하드 시그모이드</translation>
    </message>
    <message>
        <source>rec.</source>
        <translation>추천</translation>
    </message>
</context>
<context>
    <name>GridStatus</name>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Cells measured</source>
        <translation>잰 칸</translation>
    </message>
</context>
<context>
    <name>GridSurface</name>
    <message>
        <source>activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>초기화</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Next factor</source>
        <translation>다음 인수</translation>
    </message>
    <message>
        <source>Back one factor</source>
        <translation>한 인수 뒤로</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>One layer on</source>
        <translation>다음 층으로</translation>
    </message>
    <message>
        <source>One layer back</source>
        <translation>앞 층으로</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생 또는 일시 정지</translation>
    </message>
    <message>
        <source>Play faster, slower</source>
        <translation>더 빠르게, 더 느리게 재생</translation>
    </message>
    <message>
        <source>This map of the keys</source>
        <translation>이 단축키 안내</translation>
    </message>
    <message>
        <source>In the diagram, the equation, the timeline and the transport</source>
        <translation>그림, 수식, 시간 줄, 재생 단추에서</translation>
    </message>
    <message>
        <source>Walking</source>
        <translation>걷기</translation>
    </message>
    <message>
        <source>Predict each number before it is shown, or no more</source>
        <translation>숫자가 나오기 전에 예측하기, 그만하기</translation>
    </message>
    <message>
        <source>Check the answer; go on</source>
        <translation>답 확인, 계속하기</translation>
    </message>
    <message>
        <source>A hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Skip the question, or show the answer</source>
        <translation>질문 건너뛰기, 답 보기</translation>
    </message>
    <message>
        <source>Put the question away</source>
        <translation>질문 닫기</translation>
    </message>
    <message>
        <source>P where the walking keys act, the others in the question</source>
        <translation>P는 걷기 키가 듣는 곳에서, 나머지는 질문에서</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>예측하기</translation>
    </message>
    <message>
        <source>In the diagram: nudge a weight, bias, input or target</source>
        <translation>그림에서: 가중치·편향·입력·목표를 움직여 보기</translation>
    </message>
    <message>
        <source>Put a nudged number back; keep it</source>
        <translation>움직인 수 되돌리기, 유지</translation>
    </message>
    <message>
        <source>+, − in the diagram</source>
        <translation>그림에서 +, −</translation>
    </message>
    <message>
        <source>Zoom in, out</source>
        <translation>확대, 축소</translation>
    </message>
    <message>
        <source>0 in the diagram</source>
        <translation>그림에서 0</translation>
    </message>
    <message>
        <source>Show the whole network</source>
        <translation>신경망 전체 보기</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>그림 옮기기</translation>
    </message>
    <message>
        <source>+, − in the equation</source>
        <translation>수식에서 +, −</translation>
    </message>
    <message>
        <source>Open the folded factors, fold them again</source>
        <translation>접힌 인수 펴기, 다시 접기</translation>
    </message>
    <message>
        <source>+, − on the timeline and the transport</source>
        <translation>시간 줄과 재생 단추에서 +, −</translation>
    </message>
    <message>
        <source>→, ←, Home, End in the two ways</source>
        <translation>두 길에서 →, ←, Home, End</translation>
    </message>
    <message>
        <source>The stages of “Shortcut a − y”</source>
        <translation>‘지름길 a − y’의 단계</translation>
    </message>
    <message>
        <source>Arrow keys, Home on the heat map</source>
        <translation>열지도에서 화살표 키, Home</translation>
    </message>
    <message>
        <source>Another entry, the one of the walk</source>
        <translation>다른 성분으로, 지금 단계의 성분으로</translation>
    </message>
    <message>
        <source>←, →, ↑, ↓ in the profile</source>
        <translation>층별 그래프에서 ←, →, ↑, ↓</translation>
    </message>
    <message>
        <source>Read layer by layer, seed by seed</source>
        <translation>층마다, 시드마다 읽기</translation>
    </message>
    <message>
        <source>Where the focus stands</source>
        <translation>초점이 있는 곳에서</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>그림과 수식</translation>
    </message>
    <message>
        <source>Anywhere in the Step workspace</source>
        <translation>단계 작업 공간 어디서나</translation>
    </message>
    <message>
        <source>Pages beside the card</source>
        <translation>카드 옆의 쪽</translation>
    </message>
    <message>
        <source>Anywhere in the Gradients workspace</source>
        <translation>기울기 작업 공간 어디서나</translation>
    </message>
    <message>
        <source>What took the decades</source>
        <translation>자릿수를 바꾼 원인</translation>
    </message>
    <message>
        <source>Walk the cells</source>
        <translation>칸 옮기기</translation>
    </message>
    <message>
        <source>Load the cell into the builder</source>
        <translation>칸을 신경망으로 불러오기</translation>
    </message>
    <message>
        <source>Pin the cell as a run</source>
        <translation>칸을 실행으로 고정</translation>
    </message>
    <message>
        <source>Let the cell race</source>
        <translation>이 칸을 경주에 넣기</translation>
    </message>
    <message>
        <source>Why: the decades of every layer</source>
        <translation>왜: 층마다의 자릿수</translation>
    </message>
    <message>
        <source>Sort the rows by this column, the columns by this row</source>
        <translation>이 열로 행을, 이 행으로 열을 정렬</translation>
    </message>
    <message>
        <source>In the grid of the Compare workspace</source>
        <translation>비교 작업 공간의 격자에서</translation>
    </message>
    <message>
        <source>Compare grid</source>
        <translation>비교 격자</translation>
    </message>
    <message>
        <source>Start the race, pause, go on</source>
        <translation>경주 시작, 일시 정지, 계속</translation>
    </message>
    <message>
        <source>One step of every racer</source>
        <translation>모든 주자가 한 걸음</translation>
    </message>
    <message>
        <source>Back to the start, with the racers of now</source>
        <translation>지금의 주자들로 출발점에서 다시</translation>
    </message>
    <message>
        <source>Turn to the race, from the other pages of Compare</source>
        <translation>비교의 다른 페이지에서 경주로</translation>
    </message>
    <message>
        <source>On the page “Race” of the Compare workspace</source>
        <translation>비교 작업 공간의 “경주” 페이지에서</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Train, pause, go on</source>
        <translation>학습, 멈춤, 계속</translation>
    </message>
    <message>
        <source>Take one step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation>에포크의 끝까지</translation>
    </message>
    <message>
        <source>Forget the run and begin anew</source>
        <translation>학습을 잊고 처음부터 다시</translation>
    </message>
    <message>
        <source>→, ←, Page Up, Page Down, Home, End on the slider</source>
        <translation>슬라이더에서 →, ←, Page Up, Page Down, Home, End</translation>
    </message>
    <message>
        <source>Another moment of the run</source>
        <translation>학습의 다른 순간</translation>
    </message>
    <message>
        <source>Enter in a plot</source>
        <translation>그림에서 Enter</translation>
    </message>
    <message>
        <source>Show the run as it was at the step under the cursor</source>
        <translation>커서가 있는 걸음의 모습을 보여 줌</translation>
    </message>
    <message>
        <source>Looking back, in any workspace: back to now</source>
        <translation>되돌아보는 중, 모든 작업 공간에서: 지금으로 돌아가기</translation>
    </message>
    <message>
        <source>Looking back, in any workspace: keep these weights</source>
        <translation>되돌아보는 중, 모든 작업 공간에서: 이 가중치 간직하기</translation>
    </message>
    <message>
        <source>After an edit: branch, discard the run, cancel</source>
        <translation>편집 뒤: 가지 치기, 학습 버리기, 취소</translation>
    </message>
    <message>
        <source>→, ←, ↑, ↓, Home, End in maps and small pictures</source>
        <translation>지도와 작은 그림에서 →, ←, ↑, ↓, Home, End</translation>
    </message>
    <message>
        <source>Read out what stands there</source>
        <translation>그 자리의 값 읽기</translation>
    </message>
    <message>
        <source>Enter on a unit&apos;s picture</source>
        <translation>뉴런 그림에서 Enter</translation>
    </message>
    <message>
        <source>Show that unit large; Enter or Esc there shows all again</source>
        <translation>그 뉴런을 크게 보기. 거기서 Enter나 Esc를 누르면 다시 전체</translation>
    </message>
    <message>
        <source>Anywhere in the Train workspace</source>
        <translation>학습 화면 어디서나</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>One more hint</source>
        <translation>힌트 하나 더</translation>
    </message>
    <message>
        <source>Train as many steps as it asks for; forget the run</source>
        <translation>과제가 요구하는 만큼 학습, 실행 지우기</translation>
    </message>
    <message>
        <source>Leave the challenge</source>
        <translation>도전 그만두기</translation>
    </message>
    <message>
        <source>Anywhere, while a challenge is worked on</source>
        <translation>도전하는 동안 어디서나</translation>
    </message>
    <message>
        <source>Challenges</source>
        <translation>도전</translation>
    </message>
    <message>
        <source>Insert a layer behind, before</source>
        <translation>뒤에, 앞에 층 넣기</translation>
    </message>
    <message>
        <source>Duplicate the selected layers</source>
        <translation>선택한 층 복제</translation>
    </message>
    <message>
        <source>Delete the selected layers</source>
        <translation>선택한 층 삭제</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>{key} and drag</source>
        <translation>{key} 누르고 끌기</translation>
    </message>
    <message>
        <source>{keys} in the diagram</source>
        <translation>그림에서 {keys}</translation>
    </message>
    <message>
        <source>Open the menu of the layer</source>
        <translation>층의 메뉴 열기</translation>
    </message>
    <message>
        <source>In the list of layers</source>
        <translation>층 목록에서</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Undo and redo</source>
        <translation>실행 취소와 다시 실행</translation>
    </message>
    <message>
        <source>Import a table of your own data</source>
        <translation>내 데이터 표 가져오기</translation>
    </message>
    <message>
        <source>Export the walk as a worksheet or a script</source>
        <translation>지금 단계를 활동지나 스크립트로 내보내기</translation>
    </message>
    <message>
        <source>Export a plot as a picture or as numbers</source>
        <translation>그래프를 그림이나 숫자로 내보내기</translation>
    </message>
    <message>
        <source>In Gradients: apply the coach&apos;s change</source>
        <translation>기울기 화면에서: 코치의 변경 적용</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>어디서나</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Move the selected layer</source>
        <translation>선택한 층 옮기기</translation>
    </message>
    <message>
        <source>Step, Gradients, Compare, Train, Challenges</source>
        <translation>단계, 기울기, 비교, 학습, 도전</translation>
    </message>
    <message>
        <source>New project, open a project</source>
        <translation>새 프로젝트, 프로젝트 열기</translation>
    </message>
    <message>
        <source>Save, save under another name</source>
        <translation>저장, 다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Check the gradients against finite differences</source>
        <translation>기울기를 유한 차분과 견주어 검사</translation>
    </message>
    <message>
        <source>To the next divider: arrow keys move it, Esc leaves it</source>
        <translation>다음 경계선으로: 화살표 키로 옮기고 Esc로 나옵니다</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>And also</source>
        <translation>그 밖에</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>한 단계씩</translation>
    </message>
    <message>
        <source>The rules are asked in this order; the first that holds is the verdict. Size is the L2 norm of the chosen gradient per layer, or its RMS where the layers differ in width. A decade is a factor of ten.</source>
        <translation>규칙은 이 순서로 따지고 처음 들어맞는 것이 판정입니다. 크기는 층마다 고른 기울기의 L2 노름이며, 층의 폭이 다르면 RMS입니다. 한 자리는 10배입니다.</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>오버플로</translation>
    </message>
    <message>
        <source>A number of the forward pass left the range of float64.</source>
        <translation>순전파의 어떤 수가 float64의 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>Some size is not a number.</source>
        <translation>어떤 크기가 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>Vanishing, lost</source>
        <translation>기울기 소실, 잃음</translation>
    </message>
    <message>
        <source>Some size is not zero, but was too small for float64 on its way.</source>
        <translation>어떤 크기가 0은 아니지만 도중에 float64로는 너무 작아졌습니다.</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>죽음</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>대칭</translation>
    </message>
    <message>
        <source>A weight matrix above a hidden layer is all zeros and no residual connection leads past it, so every δ below it is exactly zero; or the cost is at its minimum.</source>
        <translation>은닉층 위의 가중치 행렬이 모두 0이고 그것을 지나치는 잔차 연결도 없어서 그 아래의 δ가 모두 정확히 0입니다. 또는 손실이 이미 최소입니다.</translation>
    </message>
    <message>
        <source>A hidden layer lets nothing through, be it only through the branch that a residual connection leads past, or at least {percent} % of its units have f′(z) = 0 for every sample.</source>
        <translation>은닉층이(또는 잔차 연결이 지나치는 가지가) 아무것도 통과시키지 않거나, 뉴런의 {percent} % 이상이 모든 샘플에서 f′(z) = 0입니다.</translation>
    </message>
    <message>
        <source>The units of a hidden layer are copies of one another, and gradient descent can never tell them apart: neither weights nor γ and β, neither dropout nor a residual connection do.</source>
        <translation>은닉층의 뉴런들이 서로 똑같아서 경사 하강법으로는 결코 나뉘지 않습니다. 가중치도, γ와 β도, 드롭아웃도, 잔차 연결도 이들을 가르지 않습니다.</translation>
    </message>
    <message>
        <source>Zero, nothing added up</source>
        <translation>0, 더할 것이 없음</translation>
    </message>
    <message>
        <source>A gradient arrives, but everything that comes into the layer is 0, and ∂C/∂W with it; or what is added up cancels in every layer.</source>
        <translation>기울기는 도착하지만 층에 들어오는 값이 모두 0이어서 ∂C/∂W도 0입니다. 또는 모든 층에서 더해지는 것들이 서로 상쇄됩니다.</translation>
    </message>
    <message>
        <source>Exploding everywhere</source>
        <translation>모든 층에서 폭주</translation>
    </message>
    <message>
        <source>Every layer lies at least {decades} decades above the gradient of the cost.</source>
        <translation>모든 층이 손실 함수의 기울기보다 {decades}자리 이상 큽니다.</translation>
    </message>
    <message>
        <source>Vanishing</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>The first layer lies at least {decades} decades below the last one.</source>
        <translation>첫 층이 마지막 층보다 {decades}자리 이상 작습니다.</translation>
    </message>
    <message>
        <source>Exploding</source>
        <translation>기울기 폭주</translation>
    </message>
    <message>
        <source>The first layer lies at least {decades} decades above the last one.</source>
        <translation>첫 층이 마지막 층보다 {decades}자리 이상 큽니다.</translation>
    </message>
    <message>
        <source>Vanishing everywhere</source>
        <translation>모든 층에서 소실</translation>
    </message>
    <message>
        <source>Every layer lies at least {decades} decades below the gradient of the cost.</source>
        <translation>모든 층이 손실 함수의 기울기보다 {decades}자리 이상 작습니다.</translation>
    </message>
    <message>
        <source>Uneven</source>
        <translation>고르지 않음</translation>
    </message>
    <message>
        <source>First and last agree, but two layers lie at least {decades} decades apart.</source>
        <translation>첫 층과 마지막 층은 비슷하지만 어떤 두 층은 {decades}자리 이상 다릅니다.</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>건강함</translation>
    </message>
    <message>
        <source>None of these.</source>
        <translation>위의 어느 것도 아닙니다.</translation>
    </message>
    <message>
        <source>Why two decades: with one learning rate the first layer then learns at less than 1 % of the last one&apos;s pace.</source>
        <translation>왜 두 자리인가: 학습률이 하나일 때 첫 층이 마지막 층의 1 %보다 느리게 배우기 때문입니다.</translation>
    </message>
    <message>
        <source>How the coach chooses: it measures changes of the open project on {draws} draws, the project&apos;s own first. Of those that lose the gradient in the fewest draws and come within {close} decades of the nearest to 0, it takes the smallest. It must bring the project halfway to 0 or make it healthy; else nothing is offered.</source>
        <translation>코치가 고르는 법: 열린 프로젝트를 여러 가지로 바꾸어 {draws}번의 추출에서 재어 봅니다. 첫 추출은 프로젝트 자신의 것입니다. 기울기를 잃는 추출이 가장 적고 0에 가장 가까운 것과 {close}자리 안에 드는 변경 가운데 가장 작은 것을 고릅니다. 0까지의 거리를 절반 넘게 줄이거나 건강하게 만들지 못하면 아무것도 권하지 않습니다.</translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation>판정 규칙</translation>
    </message>
    <message>
        <source>{key} and the number of the page, or the list above it, turns to it.</source>
        <translation>{key} 키와 쪽 번호를 함께 누르거나 위의 목록에서 고르면 그 쪽으로 넘어갑니다.</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>What is seen of it</source>
        <translation>학습에서 보이는 것</translation>
    </message>
    <message>
        <source>The race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>What each does</source>
        <translation>저마다 하는 일</translation>
    </message>
    <message>
        <source>In a layer</source>
        <translation>층 안에서</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>처방</translation>
    </message>
    <message>
        <source>One draw of the weights may be lucky. The profile of the Gradients workspace shows the same project under many seeds: what all draws share is the network&apos;s doing, not luck.</source>
        <translation>가중치를 한 번 뽑은 결과는 운일 수 있습니다. 기울기 작업 공간의 층별 그래프는 같은 프로젝트를 여러 시드로 보여 줍니다. 모든 뽑기에 공통된 것은 운이 아니라 신경망이 하는 일입니다.</translation>
    </message>
    <message>
        <source>Median, half, all</source>
        <translation>중앙값, 절반, 전체</translation>
    </message>
    <message>
        <source>In every layer half of the seeds lie above the median, the middle half in the darker grey, and all of them in the lighter one. Seeds that are exactly 0, lost, infinite or not a number are counted.</source>
        <translation>층마다 시드의 절반은 중앙값 위에 있고, 가운데 절반은 진한 회색, 전체는 옅은 회색 안에 있습니다. 정확히 0이거나 사라졌거나 무한대이거나 숫자가 아닌 시드는 따로 셉니다.</translation>
    </message>
    <message>
        <source>Theory line</source>
        <translation>이론선</translation>
    </message>
    <message>
        <source>The root mean square of ‖δ‖ over all draws (of E a² the mean), from the variance of z layer by layer. It needs independent draws and a gradient at the output that does not depend on the weights: that is what the cost probe is for.</source>
        <translation>모든 뽑기에 걸친 ‖δ‖의 제곱평균제곱근(E a²는 평균)이며, 층마다 z의 분산에서 계산합니다. 가중치를 서로 독립으로 뽑아야 하고, 출력의 기울기가 가중치에 따라 달라지지 않아야 합니다. 손실 함수 probe는 이를 위한 것입니다.</translation>
    </message>
    <message>
        <source>With 1/n</source>
        <translation>1/n 포함</translation>
    </message>
    <message>
        <source>Layers of infinite width have no luck; n units do. For normal draws the line holds the first correction in 1/n.</source>
        <translation>무한히 넓은 층에는 운이 없지만 뉴런이 n개인 층에는 있습니다. 정규분포로 뽑으면 이론선에 1/n의 첫째 보정이 들어 있습니다.</translation>
    </message>
    <message>
        <source>Drift ± 2σ</source>
        <translation>드리프트 ± 2σ</translation>
    </message>
    <message>
        <source>For ReLU and identity with one sample the law of log ‖δ‖ is known exactly: a typical draw lies below the root mean square, which few large ones lift.</source>
        <translation>샘플 하나에서 ReLU와 항등 함수는 log ‖δ‖의 분포를 정확히 압니다. 보통의 뽑기는 제곱평균제곱근보다 아래에 있는데, 드문 큰 값들이 제곱평균제곱근을 끌어올리기 때문입니다.</translation>
    </message>
    <message>
        <source>χ and ξ</source>
        <translation>χ와 ξ</translation>
    </message>
    <message>
        <source>χ is what a layer multiplies the mean of ‖δ‖² by deep in the network; over ξ layers what is forgotten falls to 1/e.</source>
        <translation>χ는 신경망 깊은 곳에서 한 층이 ‖δ‖²의 평균에 곱하는 수입니다. ξ층을 지나면 잊히는 것이 1/e로 줄어듭니다.</translation>
    </message>
    <message>
        <source>Critical gain</source>
        <translation>임계 게인</translation>
    </message>
    <message>
        <source>The gain at which χ = 1. The mark on the slider shows where it is.</source>
        <translation>χ = 1이 되는 게인입니다. 슬라이더의 표시가 그 자리를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Sources: Poole et al. 2016; Schoenholz et al. 2017; Hanin 2018; Roberts, Yaida &amp; Hanin 2022.</source>
        <translation>출처: Poole et al. 2016; Schoenholz et al. 2017; Hanin 2018; Roberts, Yaida &amp; Hanin 2022.</translation>
    </message>
    <message>
        <source>Seeds and theory</source>
        <translation>시드와 이론</translation>
    </message>
    <message>
        <source>notation</source>
        <translation>표기법</translation>
    </message>
    <message>
        <source>The weight w with the indices j and k runs from unit k of the layer before to unit j. Layers and units count from 1, or from 0 as in NumPy and PyTorch: then the first layer is layer 0, and the input, which is no layer there, is x.</source>
        <translation>가중치 w의 첨자 j와 k는 앞 층의 뉴런 k에서 뉴런 j로 간다는 뜻입니다. 층과 뉴런은 1부터 세거나, NumPy와 PyTorch처럼 0부터 셉니다. 0부터 세면 첫 층이 0층이고, 입력은 층이 아니라 x입니다.</translation>
    </message>
    <message>
        <source>View, Notation… chooses C or L, w⁽³⁾ or w[3], counting from 1 or from 0, and the layout. No number depends on it. Only the ½ of the squared error changes numbers: it is an edit of the project.</source>
        <translation>‘보기’ 메뉴의 ‘표기법…’에서 C와 L, w⁽³⁾와 w[3], 1부터 세기와 0부터 세기, 그리고 배치를 고릅니다. 어떤 숫자도 표기법에 따라 달라지지 않습니다. 제곱 오차의 ½만 숫자를 바꾸며, 이것은 프로젝트 편집입니다.</translation>
    </message>
    <message>
        <source>layout</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Denominator layout: gradients are columns, ∂C/∂W has the shape of W, and ∂C/∂a = Wᵀ ∂C/∂z. Numerator layout: gradients are rows, ∂C/∂W has the shape of Wᵀ, and ∂C/∂a = ∂C/∂z W, in the order of the chain. The entries are the same.</source>
        <translation>분모 배치: 기울기는 열이고, ∂C/∂W는 W와 모양이 같으며, ∂C/∂a = Wᵀ ∂C/∂z입니다. 분자 배치: 기울기는 행이고, ∂C/∂W는 Wᵀ와 모양이 같으며, 연쇄 법칙의 순서대로 ∂C/∂a = ∂C/∂z W입니다. 원소는 같습니다.</translation>
    </message>
    <message>
        <source>δ and ∂C/∂W tell different stories: ∂C/∂W is δ times the activation that came in, so one may stay flat while the other falls.</source>
        <translation>δ와 ∂C/∂W는 다른 이야기를 합니다. ∂C/∂W는 δ에 들어온 활성값을 곱한 것이라, 하나가 평평해도 다른 하나는 떨어질 수 있습니다.</translation>
    </message>
    <message>
        <source>The L2 (Frobenius) norm, unless the axis says RMS, mean |·| or max |·|.</source>
        <translation>축에 RMS, 평균 |·|, 최대 |·|라고 쓰여 있지 않으면 L2(프로베니우스) 노름입니다.</translation>
    </message>
    <message>
        <source>The cost of a batch is the mean of the costs of its samples.</source>
        <translation>배치의 손실은 샘플 손실의 평균입니다.</translation>
    </message>
    <message>
        <source>At a kink the derivative follows PyTorch: ReLU′(0) = 0, hard tanh′(±1) = 0, leaky ReLU and SELU take the slope from the left at 0.</source>
        <translation>꺾인 점의 미분은 PyTorch를 따릅니다. ReLU′(0) = 0, 하드 tanh′(±1) = 0이고, Leaky ReLU와 SELU는 0에서 왼쪽 기울기를 씁니다.</translation>
    </message>
    <message>
        <source>Magnitudes carry an exact exponent of their own, so they stay right far below what float64 can hold; marks say where a float would have become zero.</source>
        <translation>크기는 정확한 지수를 따로 지니므로 float64가 담을 수 없을 만큼 작아도 옳습니다. 부동소수점이라면 0이 되었을 곳에는 표시가 붙습니다.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>One seed gives one network. Every layer draws from streams of its own, and a change of scale rescales the same draws.</source>
        <translation>시드 하나는 신경망 하나를 정합니다. 층마다 자기 난수 흐름에서 뽑으며, 크기를 바꾸면 같은 뽑기의 배율만 바뀝니다.</translation>
    </message>
    <message>
        <source>gradient check</source>
        <translation>기울기 검사</translation>
    </message>
    <message>
        <source>Per layer, finite differences of ⟨u, layer(a)⟩ with u the direction of the gradient that arrives; every parameter up to 10,000, beyond that a sample.</source>
        <translation>층마다, 도착한 기울기의 방향 u로 ⟨u, layer(a)⟩의 유한 차분을 구합니다. 매개변수 10,000개까지는 모두, 그보다 많으면 일부를 뽑아 검사합니다.</translation>
    </message>
    <message>
        <source>Conventions</source>
        <translation>표기와 약속</translation>
    </message>
    <message>
        <source>GradSim {version}: a microscope for gradients.</source>
        <translation>GradSim {version}: 기울기를 보는 현미경.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It is built with:</source>
        <translation>MIT 라이선스의 자유 소프트웨어입니다. 다음으로 만들었습니다:</translation>
    </message>
    <message>
        <source>Bitstream Vera licence</source>
        <translation>Bitstream Vera 라이선스</translation>
    </message>
    <message>
        <source>The fonts are renamed subsets; their licences lie beside them in resources/fonts.</source>
        <translation>글꼴은 이름을 바꾼 부분 집합이며, 라이선스는 resources/fonts에 함께 있습니다.</translation>
    </message>
    <message>
        <source>About GradSim</source>
        <translation>GradSim 정보</translation>
    </message>
    <message>
        <source>The curve of the factor with its tangent, and the running product in decades.</source>
        <translation>인수의 곡선과 접선, 그리고 지금까지의 곱을 자릿수로 보여 줍니다.</translation>
    </message>
    <message>
        <source>A gradient is a sum over paths. The strongest are listed with their signs, the others are one number, and together they are what the δ recursion has. Bold is where a path differs from the strongest. Below: how much cancels, and how many multiplications each way costs. A layer normalization branches as a softmax does; a residual connection leads past its layer. The paths of γ and β end in front of their normalization.</source>
        <translation>기울기는 경로들의 합입니다. 가장 강한 경로를 부호와 함께 늘어놓고 나머지는 수 하나로 보이며, 모두 더하면 δ 점화식의 값이 됩니다. 굵은 글씨는 가장 강한 경로와 다른 곳입니다. 아래에는 얼마나 상쇄되는지, 방법마다 곱셈이 몇 번 드는지가 나옵니다. 층 정규화에서는 소프트맥스처럼 경로가 갈라지고, 잔차 연결은 층을 지나칩니다. γ와 β의 경로는 그 정규화로 들어가기 전에 끝납니다.</translation>
    </message>
    <message>
        <source>The formula of a scalar chain, the same with indices, and the same with matrices, factor below factor. The heat map marks the entry that the walk multiplies by.</source>
        <translation>스칼라 사슬의 식, 같은 식을 첨자로 쓴 것, 행렬로 쓴 것을 인수끼리 위아래로 맞추어 보여 줍니다. 열지도에는 지금 곱하는 성분이 표시됩니다.</translation>
    </message>
    <message>
        <source>The output layer taken back by two factors and by the shortcut a − y, where f′ cancels; and with a squared error, where it stays.</source>
        <translation>출력층을 두 인수로, 그리고 f′가 상쇄되는 지름길 a − y로 거슬러 갑니다. 제곱 오차에서는 f′가 남습니다.</translation>
    </message>
    <message>
        <source>Which factor kills the gradient, which rows of W and of its gradient are copies, and what a little noise in one weight makes of them.</source>
        <translation>어느 인수가 기울기를 0으로 만드는지, W와 그 기울기에서 어느 행이 똑같은지, 가중치 하나에 잡음을 조금 주면 어떻게 되는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Move a weight, bias, γ, β, input or target: what really changes stands beside what the derivative predicts. Esc puts it back, Enter keeps it.</source>
        <translation>가중치·편향·γ·β·입력·목표를 움직여 봅니다. 실제 변화가 미분의 예측과 나란히 나옵니다. Esc를 누르면 되돌아가고 Enter를 누르면 유지됩니다.</translation>
    </message>
    <message>
        <source>One step of gradient descent, and the change of the cost beside the one that the gradient predicts.</source>
        <translation>경사 하강 한 걸음입니다. 손실의 실제 변화가 기울기의 예측과 나란히 나옵니다.</translation>
    </message>
    <message>
        <source>The walk in words: to be read aloud, copied or saved, and in step with it.</source>
        <translation>걷는 과정을 글로 보여 줍니다. 함께 나아가며, 소리 내어 읽거나 복사하거나 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>Asks for each number before it is shown: typed, or as an expression of the quantities on the card, right within 1 %; or only its sign, or its power of ten. It names the mistakes that it recognizes, and what was missed comes back sooner, with fresh numbers.</source>
        <translation>숫자가 나오기 전에 먼저 묻습니다. 숫자나 카드에 있는 양으로 만든 식을 쓰며 오차 1 % 이내면 정답입니다. 부호만, 또는 10의 거듭제곱만 물을 수도 있습니다. 알아본 실수는 이름을 말해 주고, 틀린 것은 새 숫자로 더 빨리 다시 나옵니다.</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>활동지</translation>
    </message>
    <message>
        <source>{key} writes the walk as HTML or PDF, filled in or blank with the answers apart, or as a NumPy or PyTorch script that checks every number.</source>
        <translation>{key} 키를 누르면 지금 단계를 HTML이나 PDF로(채운 것, 또는 빈칸과 정답을 따로), 또는 모든 숫자를 검사하는 NumPy·PyTorch 스크립트로 내보냅니다.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>다시 해도 같은 결과</translation>
    </message>
    <message>
        <source>An edit meanwhile</source>
        <translation>학습 중의 편집</translation>
    </message>
    <message>
        <source>Optimizer, rate and schedule, batch, penalties, clipping, and the share of the samples that is kept aside. The plan belongs to the project: it is saved with it, and its edits can be undone.</source>
        <translation>최적화 방법, 학습률과 그 계획, 배치, 규제, 기울기 자르기, 따로 둘 표본의 비율입니다. 계획은 프로젝트에 속합니다. 함께 저장되고, 편집을 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Samples are shuffled by the project&apos;s seed: the same project takes the same steps, here and in the terminal (gradsim train).</source>
        <translation>표본은 프로젝트의 시드로 섞습니다. 같은 프로젝트는 여기서나 터미널(gradsim train)에서나 같은 걸음을 걷습니다.</translation>
    </message>
    <message>
        <source>The run pauses and asks. Branch: the edited project goes on from the numbers reached, where they fit. Discard: it begins anew. Cancel: the edit is taken back. Undo after a branch comes back to the run that was left.</source>
        <translation>학습이 멈추고 묻습니다. 가지 치기: 편집한 프로젝트가 지금까지 학습한 수에서, 모양이 맞는 층에 한해, 이어서 학습합니다. 버리기: 처음부터 다시 시작합니다. 취소: 편집을 되돌립니다. 가지를 친 뒤에 실행을 취소하면 떠나온 학습으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>A run that breaks</source>
        <translation>깨진 학습</translation>
    </message>
    <message>
        <source>Where a number leaves float64 the run stops before that step and names the layer; “Show where” opens it in Step.</source>
        <translation>수가 float64를 벗어나면 그 걸음 앞에서 멈추고 층을 알려 줍니다. “그곳 보기”는 그 층을 단계 화면에서 엽니다.</translation>
    </message>
    <message>
        <source>Data of your own</source>
        <translation>내 데이터</translation>
    </message>
    <message>
        <source>Drop a table on the window, or choose Import data: CSV, or NumPy&apos;s .npy and .npz. A cell that is missing is refused with its line and column.</source>
        <translation>표 파일을 창에 끌어다 놓거나 데이터 가져오기를 고르십시오. CSV와 NumPy의 .npy, .npz를 읽습니다. 빠진 칸이 있으면 그 줄과 열을 알려 주고 받지 않습니다.</translation>
    </message>
    <message>
        <source>Other instruments</source>
        <translation>다른 계측</translation>
    </message>
    <message>
        <source>The chooser above the map: the norm of each layer&apos;s weights, the share of f′(z) below a hundredth of its greatest value (saturated), and of units that let no sample pass (dead).</source>
        <translation>지도 위의 선택 상자에서 고릅니다. 층별 가중치의 노름, f′(z) 가운데 최댓값의 백분의 일보다 작은 비율(포화), 어떤 샘플도 통과시키지 않는 뉴런의 비율(죽음)입니다.</translation>
    </message>
    <message>
        <source>Histograms over the steps</source>
        <translation>걸음에 따른 히스토그램</translation>
    </message>
    <message>
        <source>How a, f′(z) or ∂C/∂W of one layer are spread: each column is a moment, the darker, the more numbers lie there. Exact zeros and lost numbers stand in strips below.</source>
        <translation>한 층의 a, f′(z), ∂C/∂W의 분포입니다. 세로줄 하나가 한 시점이고, 진할수록 그 자리에 값이 많습니다. 정확한 0과 잃은 수는 아래 띠에 따로 나타납니다.</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>무엇을 재는가</translation>
    </message>
    <message>
        <source>Gradients are those of every step&apos;s batch. The other instruments are read at moments of the run, over at most {samples} of the samples trained on, always the same ones, so that they slow the run little.</source>
        <translation>기울기는 걸음마다 그 배치의 값입니다. 다른 계측은 학습 중 이따금, 학습에 쓰는 샘플 가운데 최대 {samples}개로, 늘 같은 샘플로 재므로 학습을 거의 늦추지 않습니다.</translation>
    </message>
    <message>
        <source>Pictures of a moment</source>
        <translation>한 시점의 그림</translation>
    </message>
    <message>
        <source>The network and each unit over one or two inputs; of images, the weights of the first layer (purple below 0, ochre above) and what is misread. They follow the slider.</source>
        <translation>입력이 하나나 둘이면 신경망과 뉴런마다의 반응, 이미지이면 첫 층의 가중치(0보다 작으면 보라, 크면 황토)와 잘못 읽은 이미지를 보여 줍니다. 슬라이더를 따라갑니다.</translation>
    </message>
    <message>
        <source>Gradient of every layer</source>
        <translation>층별 기울기</translation>
    </message>
    <message>
        <source>log₁₀ of the norm for each layer and step, as a map or as lines. Zero and lost numbers have colours of their own in the map; a line breaks there.</source>
        <translation>층과 걸음마다 노름의 log₁₀을 지도나 선으로 보여 줍니다. 0과 잃은 수는 지도에서 다른 색이고, 선은 거기서 끊깁니다.</translation>
    </message>
    <message>
        <source>Recent, whole</source>
        <translation>최근, 전체</translation>
    </message>
    <message>
        <source>The plots show the last {steps} steps, or the run from its start.</source>
        <translation>그림은 마지막 {steps}걸음이나 처음부터의 학습 전체를 보여 줍니다.</translation>
    </message>
    <message>
        <source>How far a step moves</source>
        <translation>한 걸음이 움직이는 정도</translation>
    </message>
    <message>
        <source>‖ΔW‖/‖W‖ of the last step. About 10⁻³ is a rule of thumb; a layer far below it does not learn. Below, in words: which layers have not moved since the start.</source>
        <translation>마지막 걸음의 ‖ΔW‖/‖W‖입니다. 어림으로 10⁻³쯤이 알맞고, 훨씬 작은 층은 배우지 않습니다. 아래에는 처음부터 움직이지 않은 층을 말로 알려 줍니다.</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>되돌아보기</translation>
    </message>
    <message>
        <source>The slider, or a click in a plot, shows an earlier moment, in every workspace, and edits nothing. “Keep these weights” types its numbers into the network; “Branch” also begins another run from them. An edit begins from what is shown.</source>
        <translation>슬라이더나 그림의 클릭은 앞선 순간을 모든 작업 공간에서 보여 줄 뿐 아무것도 편집하지 않습니다. “가중치 간직”은 그 순간의 수를 신경망에 입력하고, “가지 치기”는 그 수에서 새 학습도 시작합니다. 편집은 지금 보이는 신경망에서 시작합니다.</translation>
    </message>
    <message>
        <source>Last step of one weight</source>
        <translation>가중치 하나의 마지막 걸음</translation>
    </message>
    <message>
        <source>The optimizer&apos;s rule for one weight of the selected layer, in symbols and with its numbers.</source>
        <translation>선택한 층의 가중치 하나에 대한 최적화 방법의 규칙을 기호와 수로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Residual connection</source>
        <translation>잔차 연결</translation>
    </message>
    <message>
        <source>The input of the layer is added to its output, so a gradient has a way back that is multiplied by nothing. Post: a + αf(z). Pre: a + αWf(a), the activation first. Where the widths differ, a fixed random matrix stands in the way. (He et al. 2016)</source>
        <translation>층의 입력을 출력에 더하므로, 아무것도 곱하지 않고 기울기가 돌아가는 길이 생깁니다. 뒤: a + αf(z). 앞: a + αWf(a), 활성화가 먼저입니다. 너비가 다르면 정해진 무작위 행렬이 그 길에 놓입니다. (He et al. 2016)</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>In training each unit is silent with this probability, by the seed; the others are made louder by as much, so that evaluation needs no correction. (Srivastava et al. 2014)</source>
        <translation>학습 중에 뉴런마다 이 확률로 시드에 따라 꺼집니다. 나머지를 그만큼 키우므로 평가에서는 고칠 것이 없습니다. (Srivastava et al. 2014)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Weights, normalization, activation, dropout; a residual connection leads past all of them.</source>
        <translation>가중치, 정규화, 활성화, 드롭아웃 순서입니다. 잔차 연결은 이 모두를 지나칩니다.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수</translation>
    </message>
    <message>
        <source>γ, β, running mean and variance stand beside weights and biases in the table of exact numbers, and can be typed there.</source>
        <translation>γ, β, 이동 평균, 이동 분산은 정확한 수의 표에서 가중치와 편향 옆에 있고, 거기에 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>In training batch normalization takes mean and variance of the batch, and dropout is at work; in evaluation it takes the running ones, and no unit is silent. The choice shows where a layer heeds it.</source>
        <translation>학습에서는 배치 정규화가 배치의 평균과 분산을 쓰고 드롭아웃이 작동합니다. 평가에서는 이동 평균과 이동 분산을 쓰고 꺼지는 뉴런이 없습니다. 이를 따르는 층이 있을 때만 선택이 보입니다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Opens the challenge&apos;s network as one undo step: undo brings back the one before. The strip above the workspace then shows the task and what is measured.</source>
        <translation>도전의 신경망을 엽니다. 실행 취소 한 번이면 이전 것이 돌아옵니다. 작업 공간 위의 띠에 과제와 잰 값이 나옵니다.</translation>
    </message>
    <message>
        <source>Graded by measurement</source>
        <translation>재어서 판정</translation>
    </message>
    <message>
        <source>After every edit the network is measured over all samples, a training run as it goes on. A part is reached once all its numbers are as wanted and no rule is broken; any way that gets there counts.</source>
        <translation>고칠 때마다 모든 샘플에서 신경망을 재고, 학습은 진행되는 동안 잽니다. 모든 값이 목표에 들고 어긋난 규칙이 없으면 그 부분을 이룬 것입니다. 어떤 방법이든 괜찮습니다.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>They compare with where the part began; a broken one is named. Undo the edit, and it counts again.</source>
        <translation>그 부분을 시작한 때와 견줍니다. 어긋난 규칙은 이름이 나옵니다. 고친 것을 실행 취소하면 다시 인정됩니다.</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>One after another; the last one says what to do. The reason is told once the challenge is solved.</source>
        <translation>하나씩 나오고 마지막 힌트는 할 일을 알려 줍니다. 까닭은 도전을 푼 뒤에 알려 줍니다.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>그만두기</translation>
    </message>
    <message>
        <source>Ends the challenge and changes nothing in the network.</source>
        <translation>도전을 끝내고 신경망은 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Who races</source>
        <translation>누가 달리나</translation>
    </message>
    <message>
        <source>Up to four networks: cells of the grid in Compare, the pinned runs, the network of Train, the open one.</source>
        <translation>신경망 네 개까지: 비교 격자의 칸, 고정한 실행, 학습의 신경망, 열려 있는 신경망.</translation>
    </message>
    <message>
        <source>The same for all</source>
        <translation>모두에게 같은 것</translation>
    </message>
    <message>
        <source>All take the data and the seed of the open network and the plan of Train, and take their steps in turn. Each does, to the last digit, what it would do alone.</source>
        <translation>모두 열려 있는 신경망의 데이터와 시드, 학습의 계획을 쓰고, 차례로 한 걸음씩 갑니다. 저마다 혼자 달릴 때와 마지막 자리까지 똑같습니다.</translation>
    </message>
    <message>
        <source>Who learns which layer first</source>
        <translation>어느 층을 누가 먼저 배우나</translation>
    </message>
    <message>
        <source>A layer counts as moved at the first step after which ‖W − W₀‖ is at least 0.1, 1 or 10 % of ‖W₀‖, as chosen; one that began at 0, as soon as it is not 0.</source>
        <translation>‖W − W₀‖이 처음으로 ‖W₀‖의 0.1, 1, 10 % 가운데 고른 값 이상이 된 걸음에 그 층이 움직인 것으로 봅니다. 0에서 시작한 층은 0이 아니게 되는 순간입니다.</translation>
    </message>
    <message>
        <source>Out of the race</source>
        <translation>경주에서 빠진 주자</translation>
    </message>
    <message>
        <source>A racer whose numbers leave float64 stops before that step; its layer is named, and the others go on. One that does not fit the data does not start.</source>
        <translation>수가 float64를 벗어나는 주자는 그 걸음 앞에서 멈추고 어느 층인지 알려 주며, 나머지는 계속 달립니다. 데이터에 맞지 않는 주자는 출발하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>GradSim help</source>
        <translation>GradSim 도움말</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>도움말 쪽</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>도움말</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Press → to multiply in the next factor.</source>
        <translation>→ 키를 누르면 다음 인수를 곱합니다.</translation>
    </message>
    <message>
        <source>This project cannot be computed: {reason}</source>
        <translation>이 프로젝트는 계산할 수 없습니다: {reason}</translation>
    </message>
</context>
<context>
    <name>HistogramsView</name>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Select a layer.</source>
        <translation>층을 선택하세요.</translation>
    </message>
    <message>
        <source>layer {layer} of {depth}</source>
        <translation>{layer}층 / {depth}</translation>
    </message>
    <message>
        <source>{symbol}: softmax has no elementwise f′</source>
        <translation>{symbol}: 소프트맥스에는 원소별 f′이 없습니다</translation>
    </message>
    <message>
        <source>{zeros} of {total} exactly 0</source>
        <translation>{total}개 중 {zeros}개가 정확히 0</translation>
    </message>
    <message>
        <source>{lost} infinite or not a number</source>
        <translation>{lost}개는 무한대이거나 수가 아님</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
    </message>
    <message>
        <source>{count} of {total} lost to underflow</source>
        <translation>{total}개 중 {count}개를 언더플로로 잃음</translation>
    </message>
    <message>
        <source>lost to underflow</source>
        <translation>언더플로로 잃음</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{total}개 중 {count}개</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>앞 층</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>다음 층</translation>
    </message>
    <message>
        <source>δ by decades</source>
        <translation>δ를 자릿수로</translation>
    </message>
    <message>
        <source>Bin log₁₀|δ|; exact zeros stand apart</source>
        <translation>log₁₀|δ|로 나누고 정확한 0은 따로 둡니다</translation>
    </message>
    <message>
        <source>Histogram of the activations</source>
        <translation>활성값 히스토그램</translation>
    </message>
    <message>
        <source>Histogram of the slopes f′(z)</source>
        <translation>f′(z) 히스토그램</translation>
    </message>
    <message>
        <source>Histogram of ∂C/∂z</source>
        <translation>∂C/∂z 히스토그램</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Reading …</source>
        <translation>읽는 중 …</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>{number}번째 열</translation>
    </message>
    <message>
        <source>Import data: {file}</source>
        <translation>데이터 가져오기: {file}</translation>
    </message>
    <message>
        <source>The first row holds names</source>
        <translation>첫 행은 열 이름</translation>
    </message>
    <message>
        <source>Standardize the inputs</source>
        <translation>입력 표준화</translation>
    </message>
    <message>
        <source>(x − mean) / standard deviation, column by column, over all rows</source>
        <translation>(x − 평균) / 표준편차, 열마다 모든 행에 대해</translation>
    </message>
    <message>
        <source>The target is a class</source>
        <translation>목표값은 분류</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>목표값</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>첫 행들</translation>
    </message>
    <message>
        <source>Columns that are targets</source>
        <translation>목표값으로 쓸 열</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>표의 첫 행들</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
</context>
<context>
    <name>Initializer</name>
    <message>
        <source>Zeros</source>
        <translation>모두 0</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>정규분포</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>균등분포</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>절단 정규분포</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 정규</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun 균등</translation>
    </message>
    <message>
        <source>Glorot normal (Xavier)</source>
        <translation>Glorot 정규(Xavier)</translation>
    </message>
    <message>
        <source>Glorot uniform (Xavier)</source>
        <translation>Glorot 균등(Xavier)</translation>
    </message>
    <message>
        <source>He normal (Kaiming)</source>
        <translation>He 정규(Kaiming)</translation>
    </message>
    <message>
        <source>He uniform (Kaiming)</source>
        <translation>He 균등(Kaiming)</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>직교</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>항등 함수</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>희소</translation>
    </message>
    <message>
        <source>PyTorch default</source>
        <translation>PyTorch 기본값</translation>
    </message>
    <message>
        <source>LSUV (reads the data)</source>
        <translation>LSUV(데이터를 읽음)</translation>
    </message>
</context>
<context>
    <name>InitializerList</name>
    <message>
        <source>rec.</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>게인</translation>
    </message>
    <message>
        <source>All recommended</source>
        <translation>모두 추천값</translation>
    </message>
    <message>
        <source>For every cell the gain that the field recommends with its activation</source>
        <translation>칸마다 활성화 함수에 흔히 권하는 게인을 씁니다</translation>
    </message>
    <message>
        <source>Gain of {initializer}</source>
        <translation>{initializer}의 게인</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>추천값</translation>
    </message>
    <message>
        <source>Recommended gain for {initializer}</source>
        <translation>{initializer}의 추천 게인</translation>
    </message>
    <message>
        <source>A gain must lie between {least} and {most}.</source>
        <translation>게인은 {least} ~ {most} 사이여야 합니다.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>No layer selected</source>
        <translation>선택한 층 없음</translation>
    </message>
    <message>
        <source>Layer {layer} (output)</source>
        <translation>{layer}층(출력)</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>Layers {first}–{last}</source>
        <translation>{first}–{last}층</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count}개 층</translation>
    </message>
</context>
<context>
    <name>InspectorForm</name>
    <message>
        <source>mixed</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>Softmax can only be the activation of the last layer.</source>
        <translation>소프트맥스는 마지막 층의 활성화로만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{activation}: f and its derivative f′ for z from −4 to 4</source>
        <translation>{activation}: z가 −4에서 4일 때의 f와 도함수 f′</translation>
    </message>
    <message>
        <source>{activation}: each unit depends on all units of the layer</source>
        <translation>{activation}: 뉴런마다 층의 모든 뉴런에 달려 있습니다</translation>
    </message>
    <message>
        <source>some typed</source>
        <translation>일부 입력</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>입력함</translation>
    </message>
    <message>
        <source>The layer keeps the numbers typed into it; its initializer is not used.</source>
        <translation>이 층은 입력한 수를 지키며 초기화는 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>Forget the typed numbers and draw the layer again</source>
        <translation>입력한 수를 지우고 층을 다시 뽑습니다</translation>
    </message>
    <message>
        <source>Weights and biases…</source>
        <translation>가중치와 편향…</translation>
    </message>
    <message>
        <source>Apply to every hidden layer</source>
        <translation>모든 은닉층에 적용</translation>
    </message>
    <message>
        <source>All settings of this layer, its remedies too; widths stay as they are</source>
        <translation>이 층의 처방까지 모든 설정을 적용합니다. 너비는 그대로 둡니다</translation>
    </message>
</context>
<context>
    <name>InstrumentPanel</name>
    <message>
        <source>Here the numbers of a layer will stand, step by step.</source>
        <translation>여기에 한 층의 값이 걸음을 따라 나타납니다.</translation>
    </message>
    <message>
        <source>Softmax has no f′ of its own for each unit: choose another layer.</source>
        <translation>소프트맥스에는 뉴런마다의 f′이 없습니다. 다른 층을 고르십시오.</translation>
    </message>
    <message>
        <source>Measured at moments of the run, over {samples} of {all} samples trained on.</source>
        <translation>학습 중 이따금, 학습에 쓰는 샘플 {all}개 가운데 {samples}개로 잽니다.</translation>
    </message>
    <message>
        <source>{what} over the steps, as a map</source>
        <translation>걸음에 따른 지도: {what}</translation>
    </message>
    <message>
        <source>{what} over the steps, as lines</source>
        <translation>걸음에 따른 선: {what}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>{what} over the steps, as a histogram</source>
        <translation>걸음에 따른 히스토그램: {what}</translation>
    </message>
    <message>
        <source>Instrument over the steps</source>
        <translation>걸음에 따른 계측</translation>
    </message>
    <message>
        <source>What is shown over the steps</source>
        <translation>걸음을 따라 보여 줄 것</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>지도로</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>선</translation>
    </message>
    <message>
        <source>As lines</source>
        <translation>선으로</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Layer whose numbers are shown</source>
        <translation>값을 보여 줄 층</translation>
    </message>
</context>
<context>
    <name>Instruments</name>
    <message>
        <source>lost</source>
        <translation>잃음</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>lost, infinite or undefined</source>
        <translation>잃었거나 무한하거나 정해지지 않음</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} ~ {high}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>수가 없음</translation>
    </message>
    <message>
        <source>step {step}, {where}: {share} of {count} numbers</source>
        <translation>{step}번째 걸음, {where}: 수 {count}개의 {share}</translation>
    </message>
    <message>
        <source>Gradient of every layer</source>
        <translation>층별 기울기</translation>
    </message>
    <message>
        <source>Weights of every layer</source>
        <translation>층별 가중치</translation>
    </message>
    <message>
        <source>Saturation of every layer</source>
        <translation>층별 포화 비율</translation>
    </message>
    <message>
        <source>Dead units of every layer</source>
        <translation>층별 죽은 뉴런</translation>
    </message>
    <message>
        <source>Activations of a layer</source>
        <translation>한 층의 활성값</translation>
    </message>
    <message>
        <source>Slopes of a layer</source>
        <translation>한 층의 f′ 값</translation>
    </message>
    <message>
        <source>Gradient of a layer</source>
        <translation>한 층의 기울기</translation>
    </message>
    <message>
        <source>share of f′(z) near 0</source>
        <translation>0에 가까운 f′(z)의 비율</translation>
    </message>
    <message>
        <source>share of units</source>
        <translation>뉴런의 비율</translation>
    </message>
    <message>
        <source>The share of f′(z) below a hundredth of the greatest |f′|.</source>
        <translation>최대 |f′|의 백분의 일보다 작은 f′(z)의 비율입니다.</translation>
    </message>
    <message>
        <source>The share of units whose f′(z) is 0 for every sample.</source>
        <translation>모든 샘플에서 f′(z)이 0인 뉴런의 비율입니다.</translation>
    </message>
    <message>
        <source>Each column is a moment: the darker, the more numbers lie there.</source>
        <translation>세로줄 하나가 한 시점입니다. 진할수록 그 자리에 값이 많습니다.</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>정의되지 않음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>divided by</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>times</source>
        <translation>곱하기</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>더하기</translation>
    </message>
    <message>
        <source>to the power of</source>
        <translation>거듭제곱</translation>
    </message>
    <message>
        <source>take away the last sign</source>
        <translation>마지막 글자 지우기</translation>
    </message>
    <message>
        <source>bracket opens</source>
        <translation>여는 괄호</translation>
    </message>
    <message>
        <source>bracket closes</source>
        <translation>닫는 괄호</translation>
    </message>
</context>
<context>
    <name>Ladder</name>
    <message>
        <source>Read each row from the right: the cost stands there, and every further factor is written to its left.</source>
        <translation>각 행은 오른쪽부터 읽습니다. 손실이 오른쪽 끝에 있고, 다음 인수는 그 왼쪽에 씁니다.</translation>
    </message>
    <message>
        <source>Read each row from the left: the cost stands there, and every further factor is written to its right.</source>
        <translation>각 줄은 왼쪽부터 읽습니다. 왼쪽 끝에 손실 함수가 있고, 이어지는 인수를 차례로 그 오른쪽에 씁니다.</translation>
    </message>
    <message>
        <source>Every layer has one unit, so the first two rows say the same and each matrix is 1 × 1.</source>
        <translation>층마다 뉴런이 하나라 첫째 행과 둘째 행이 같고, 행렬은 모두 1 × 1입니다.</translation>
    </message>
    <message>
        <source>Row 1 is a chain of single units. Row 2 is the one path from this parameter to the cost. Row 3 does all parameters of a layer at once.</source>
        <translation>첫째 행은 뉴런이 하나씩인 사슬입니다. 둘째 행은 이 매개변수에서 손실까지 가는 단 하나의 경로입니다. 셋째 행은 층의 모든 매개변수를 한꺼번에 다룹니다.</translation>
    </message>
    <message>
        <source>Row 1 is a chain of single units. Row 2 is one of {count} paths through this network. Row 3 adds up all paths at once.</source>
        <translation>첫째 행은 뉴런이 하나씩인 사슬입니다. 둘째 행은 이 신경망을 지나는 경로 가운데 하나입니다(경로 수: {count}). 셋째 행은 모든 경로를 한꺼번에 더합니다.</translation>
    </message>
    <message>
        <source>One output: even as a matrix this factor is a single number.</source>
        <translation>출력이 하나라 행렬로 써도 이 인수는 수 하나입니다.</translation>
    </message>
    <message>
        <source>The cost depends on {count} outputs. A path begins at one of them, here {unit}; the vector holds all {count} derivatives.</source>
        <translation>손실은 출력 {count}개에 달려 있습니다. 경로는 그중 하나에서 시작하고(여기서는 {unit}), 벡터에는 미분 {count}개가 모두 들어 있습니다.</translation>
    </message>
    <message>
        <source>Cost and activation are one factor here: what is left of both is a − y.</source>
        <translation>여기서는 손실 함수와 활성화 함수가 인수 하나입니다. 둘을 곱하면 a − y만 남습니다.</translation>
    </message>
    <message>
        <source>Each a depends on its own z alone, so off the diagonal of these {count} × {count} derivatives there is only 0. To multiply by diag f′ is to multiply entry by entry: f′ ⊙ …</source>
        <translation>a는 저마다 자기 z에만 달려 있어 {count} × {count}개의 미분 가운데 대각선 밖은 모두 0입니다. diag f′을 곱하는 것은 성분마다 곱하는 것과 같습니다: f′ ⊙ …</translation>
    </message>
    <message>
        <source>One unit: diag f′ has a single entry, the slope itself.</source>
        <translation>뉴런이 하나라 diag f′의 성분은 하나, 기울기 그 자체입니다.</translation>
    </message>
    <message>
        <source>Softmax: every {a} depends on every {z}, so all {count} × {count} derivatives count and ⊙ is not enough. A path may change its unit here.</source>
        <translation>소프트맥스: 모든 출력이 모든 입력에 달려 있어({a}, {z}) {count} × {count}개의 미분이 모두 필요하고 ⊙로는 모자랍니다. 경로는 여기서 다른 뉴런으로 옮겨 갈 수 있습니다.</translation>
    </message>
    <message>
        <source>{below} feeds all {count} units of layer {layer}. The cost feels it along {count} ways, and the ways add up: {derivative} is a sum over them, of which the path takes one, {weight}.</source>
        <translation>{below} → {layer}층의 뉴런 {count}개로 모두 들어갑니다. 손실에 이르는 길이 {count}개이고 그 길들을 더합니다. 그래서 {derivative} 값은 합이고, 경로는 그중 하나만 지납니다: {weight}.</translation>
    </message>
    <message>
        <source>That sum runs down column {source} of {matrix}. A product of matrices sums along rows, so {matrix} is transposed: its column becomes a row.</source>
        <translation>그 합은 가중치 행렬({matrix}) {source}열을 따라 내려갑니다. 행렬 곱은 행을 따라 더하므로 전치해서 열을 행으로 바꿉니다.</translation>
    </message>
    <message>
        <source>{below} feeds one unit, so there is one way and no sum: {weight}. {matrix} is a row; going back it must hand one number to many units, so it is transposed into a column.</source>
        <translation>{below} → 뉴런 하나로만 들어가므로 길이 하나이고 합이 없습니다: {weight}. {matrix} 자체는 행 하나입니다. 되돌아갈 때는 수 하나를 여러 뉴런에 나누어 주어야 하므로 전치해서 열로 바꿉니다.</translation>
    </message>
    <message>
        <source>That sum runs down column {source} of {matrix}. A row times a matrix sums along its columns, so {matrix} stands as it is.</source>
        <translation>이 합은 {matrix}의 {source}번째 열을 따라 내려갑니다. 행 벡터에 행렬을 곱하면 열을 따라 더하므로 {matrix} 그대로 씁니다.</translation>
    </message>
    <message>
        <source>{below} feeds one unit, so there is one way and no sum: {weight}. {matrix} is a row, and going back it hands one number to many units.</source>
        <translation>{below}의 값은 뉴런 하나로만 들어갑니다. 길이 하나뿐이라 합이 없고 {weight}만 남습니다. 이때 {matrix} 행렬은 행 하나이고, 거꾸로 갈 때 수 하나를 여러 뉴런에 나누어 줍니다.</translation>
    </message>
    <message>
        <source>Every unit meets every input: {below} times {delta}, one number for each weight. The column {below} is written at the far left of row 3, and the product has the shape of {matrix} turned over.</source>
        <translation>뉴런마다 입력마다 만납니다. {below}, {delta} 두 값을 곱해 가중치마다 수 하나가 나옵니다. 열 벡터 {below} 값은 셋째 줄의 맨 왼쪽에 쓰며, 곱은 {matrix} 행렬을 뒤집은 모양입니다.</translation>
    </message>
    <message>
        <source>Every unit meets every input: {delta} times {below}, one number for each weight. The row ({below})ᵀ is written at the far right of row 3, and the product has the shape of {matrix}.</source>
        <translation>모든 뉴런이 모든 입력과 만납니다: {delta} × {below}, 가중치마다 수 하나입니다. 행 벡터 ({below})ᵀ 자리는 셋째 행의 맨 오른쪽이고, 곱의 모양은 가중치 행렬과 같습니다({matrix}).</translation>
    </message>
    <message>
        <source>The bias is added as it is: the factor is 1, and {delta} is the gradient itself.</source>
        <translation>편향은 그대로 더해지므로 인수가 1이고, 기울기는 바로 {delta}입니다.</translation>
    </message>
    <message>
        <source>The bracket is {known}. Layer {layer} has computed it already; it is used again and not computed again.</source>
        <translation>괄호로 묶은 부분: {known}. {layer}층에서 이미 계산한 값이라 다시 계산하지 않고 그대로 씁니다.</translation>
    </message>
    <message>
        <source>The walk stands at a factor that is no part of this product; this is the last one.</source>
        <translation>지금 단계의 인수는 이 곱에 들어 있지 않습니다. 아래는 마지막으로 들어간 인수입니다.</translation>
    </message>
    <message>
        <source>{symbol} = {value}
row {row}, column {column}: {meaning}</source>
        <translation>{symbol} = {value}
{row}행 {column}열: {meaning}</translation>
    </message>
    <message>
        <source>the factor above it in the row of indices.</source>
        <translation>둘째 행에 있는 바로 그 인수입니다.</translation>
    </message>
    <message>
        <source>paths that start at {unit} multiply by it.</source>
        <translation>{unit}: 여기서 시작하는 경로가 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>paths through {unit} multiply by it.</source>
        <translation>{unit}: 이 뉴런을 지나는 경로가 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>0, for {a} does not depend on {z}: no path runs here.</source>
        <translation>{a}, {z}: 서로 상관이 없어 0이고, 여기로는 경로가 지나지 않습니다.</translation>
    </message>
    <message>
        <source>paths from {above} to {below} multiply by it.</source>
        <translation>{above} → {below}: 이 길을 지나는 경로가 곱하는 값입니다.</translation>
    </message>
    <message>
        <source>{delta} times {below}.</source>
        <translation>{delta} × {below}.</translation>
    </message>
    <message>
        <source>{delta} times {below}, the gradient that is sought.</source>
        <translation>{delta} × {below}, 구하려는 기울기입니다.</translation>
    </message>
    <message>
        <source>{delta} times 1.</source>
        <translation>{delta} × 1.</translation>
    </message>
    <message>
        <source>The row of indices follows one path, and a path belongs to one sample.</source>
        <translation>둘째 행은 경로 하나를 따라가고, 경로는 샘플 하나의 것입니다.</translation>
    </message>
    <message>
        <source>The forward pass overflowed: there are no numbers to put on the ladder.</source>
        <translation>순전파가 오버플로되어 여기에 쓸 수가 없습니다.</translation>
    </message>
</context>
<context>
    <name>LadderCanvas</name>
    <message>
        <source>∏ {count}</source>
        <translation>∏ {count}</translation>
    </message>
    <message>
        <source>{known}, known from layer {layer}</source>
        <translation>{known}: {layer}층에서 이미 구함</translation>
    </message>
    <message>
        <source>Click to show more columns</source>
        <translation>누르면 열을 더 펼칩니다</translation>
    </message>
    <message>
        <source>{symbol}: click to go there</source>
        <translation>{symbol}: 누르면 그리로 갑니다</translation>
    </message>
</context>
<context>
    <name>LadderPage</name>
    <message>
        <source>{scalar}; {indexed} = {number}; {matrix}, {shape}</source>
        <translation>{scalar}; {indexed} = {number}; {matrix}, {shape}</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>스칼라</translation>
    </message>
    <message>
        <source>indices</source>
        <translation>성분</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>행렬</translation>
    </message>
    <message>
        <source>From scalar to full</source>
        <translation>스칼라에서 행렬까지</translation>
    </message>
    <message>
        <source>Entries of the matrix; the arrow keys move the cursor</source>
        <translation>행렬의 성분; 화살표 키로 커서를 옮깁니다</translation>
    </message>
    <message>
        <source>Look at sample {sample}</source>
        <translation>샘플 {sample} 보기</translation>
    </message>
</context>
<context>
    <name>LayerLines</name>
    <message>
        <source>step {step}</source>
        <translation>{step}번째 걸음</translation>
    </message>
    <message>
        <source>layer {layer}: {value}</source>
        <translation>{layer}층: {value}</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>typed</source>
        <translation>입력함</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>{key} with the up or down arrow moves the selected layers.</source>
        <translation>{key} 키와 위아래 화살표로 선택한 층을 옮깁니다.</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Insert before</source>
        <translation>앞에 끼워 넣기</translation>
    </message>
    <message>
        <source>Insert after</source>
        <translation>뒤에 끼워 넣기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Redraw typed numbers</source>
        <translation>입력한 수를 다시 뽑기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>LayerWords</name>
    <message>
        <source>biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>weights and biases</source>
        <translation>가중치와 편향</translation>
    </message>
    <message>
        <source>Layer {number}: {units} × {activation}, {weights}</source>
        <translation>{number}층: {units} × {activation}, {weights}</translation>
    </message>
    <message>
        <source>{numbers} typed in</source>
        <translation>{numbers}(직접 입력함)</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>racer {racer}: step {step}</source>
        <translation>주자 {racer}: {step}번째 걸음</translation>
    </message>
    <message>
        <source>racer {racer}: not yet</source>
        <translation>주자 {racer}: 아직</translation>
    </message>
    <message>
        <source>First step after which ‖W − W₀‖ was at least {share} of ‖W₀‖</source>
        <translation>‖W − W₀‖이 처음으로 ‖W₀‖의 {share} 이상이 된 걸음</translation>
    </message>
    <message>
        <source>First step at which each layer had moved by</source>
        <translation>각 층이 이만큼 움직인 첫 걸음</translation>
    </message>
    <message>
        <source>A layer counts as moved at {share} of its size</source>
        <translation>크기의 {share} 이상이면 움직인 층</translation>
    </message>
    <message>
        <source>‖W − W₀‖ against ‖W₀‖: how far the weights of a layer are from their start</source>
        <translation>‖W₀‖에 견준 ‖W − W₀‖: 층의 가중치가 출발점에서 얼마나 멀리 왔는가</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>First step at which each layer had moved</source>
        <translation>각 층이 움직인 첫 걸음</translation>
    </message>
    <message>
        <source>Arrow keys read the racers layer by layer; lower is earlier</source>
        <translation>화살표 키로 층마다 주자들을 읽습니다. 아래일수록 이릅니다.</translation>
    </message>
</context>
<context>
    <name>Lens</name>
    <message>
        <source>Parts</source>
        <translation>원인별</translation>
    </message>
    <message>
        <source>What each part takes or adds in each layer</source>
        <translation>층마다 각 원인이 줄이거나 늘린 자릿수</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>누적</translation>
    </message>
    <message>
        <source>What the parts have come to, from the cost down to each layer</source>
        <translation>손실 함수부터 각 층까지 원인별로 누적한 자릿수</translation>
    </message>
    <message>
        <source>Singular values</source>
        <translation>특잇값</translation>
    </message>
    <message>
        <source>How evenly a layer, and the whole network, passes gradients on</source>
        <translation>층과 신경망 전체가 기울기를 얼마나 고르게 전달하는지</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>What is left of the gradient in float16, float32 and float64</source>
        <translation>float16, float32, float64에서 남는 기울기</translation>
    </message>
</context>
<context>
    <name>LensPanel</name>
    <message>
        <source>What took the decades</source>
        <translation>자릿수를 바꾼 원인</translation>
    </message>
    <message>
        <source>View of what took the decades</source>
        <translation>자릿수를 바꾼 원인을 보는 방법</translation>
    </message>
</context>
<context>
    <name>LensSwitch</name>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Every z and a, from the input on</source>
        <translation>입력부터 모든 z와 a</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>The chain rule with whole layers, γ and β of a normalization included</source>
        <translation>층 전체로 보는 연쇄 법칙(정규화의 γ와 β 포함)</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>The gradient of one weight, unrolled</source>
        <translation>가중치 하나의 기울기를 펼친 것</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>The gradient of one bias, unrolled</source>
        <translation>편향 하나의 기울기를 펼친 것</translation>
    </message>
    <message>
        <source>The gradient of one γ of a normalization, unrolled</source>
        <translation>정규화의 γ 하나의 기울기를 펼친 것</translation>
    </message>
    <message>
        <source>The gradient of one β of a normalization, unrolled</source>
        <translation>정규화의 β 하나의 기울기를 펼친 것</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>보는 방법</translation>
    </message>
</context>
<context>
    <name>LeverChooser</name>
    <message>
        <source>This cost reads no targets.</source>
        <translation>이 손실 함수는 목표를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>scale γ</source>
        <translation>배율 γ</translation>
    </message>
    <message>
        <source>shift β</source>
        <translation>이동 β</translation>
    </message>
    <message>
        <source>input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>What is nudged</source>
        <translation>움직일 수</translation>
    </message>
    <message>
        <source>Layer of the nudged number</source>
        <translation>움직일 수의 층</translation>
    </message>
    <message>
        <source>Unit of the nudged number</source>
        <translation>움직일 수의 뉴런</translation>
    </message>
    <message>
        <source>Unit that the nudged weight comes from (k)</source>
        <translation>움직일 가중치가 시작되는 뉴런(k)</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>목록 지우기</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>시스템 설정 따르기</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{project}[*] – GradSim</source>
        <translation>{project}[*] – GradSim</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
</context>
<context>
    <name>MisreadView</name>
    <message>
        <source>All {samples} images are read right.</source>
        <translation>이미지 {samples}개를 모두 맞게 읽습니다.</translation>
    </message>
    <message>
        <source>{count} of {samples} images are misread.</source>
        <translation>이미지 {samples}개 가운데 {count}개를 잘못 읽습니다.</translation>
    </message>
    <message>
        <source>{count} of {samples} images are misread; here the {shown} surest mistakes.</source>
        <translation>이미지 {samples}개 가운데 {count}개를 잘못 읽습니다. 가장 확신한 오답 {shown}개입니다.</translation>
    </message>
    <message>
        <source>read {read}, is {true}</source>
        <translation>읽음 {read}, 정답 {true}</translation>
    </message>
    <message>
        <source>image {number}: read as {read} (output {sure}), is {true} (output {right})</source>
        <translation>이미지 {number}: 읽은 값 {read} (출력 {sure}), 정답 {true} (출력 {right})</translation>
    </message>
    <message>
        <source>Misread images</source>
        <translation>잘못 읽은 이미지</translation>
    </message>
</context>
<context>
    <name>MovementPanel</name>
    <message>
        <source>Who learns which layer first</source>
        <translation>어느 층을 누가 먼저 배우나</translation>
    </message>
</context>
<context>
    <name>MovementView</name>
    <message>
        <source>Size of the last update of every layer</source>
        <translation>층별 마지막 갱신의 크기</translation>
    </message>
    <message>
        <source>‖ΔW‖/‖W‖ of the last step. About 10⁻³ (dashed) is, as a rule of thumb, neither too slow nor too fast.</source>
        <translation>마지막 걸음의 ‖ΔW‖/‖W‖. 경험에 따르면 10⁻³(점선) 근처가 너무 느리지도 빠르지도 않습니다.</translation>
    </message>
</context>
<context>
    <name>Narration</name>
    <message>
        <source>It kills here: from it on the product is exactly 0.</source>
        <translation>여기서 끊깁니다. 이 인수부터 곱이 정확히 0입니다.</translation>
    </message>
    <message>
        <source>It kills here: nothing comes back through this layer. The way past it stays open.</source>
        <translation>여기서 끊깁니다. 이 층을 거쳐서는 아무것도 돌아오지 않습니다. 층을 지나치는 길은 열려 있습니다.</translation>
    </message>
    <message>
        <source>At the start: {count} factors lead from the cost back to {gradient}.</source>
        <translation>처음: {gradient}까지 손실 함수에서 인수 {count}개를 거슬러 갑니다.</translation>
    </message>
    <message>
        <source>At the start: {count} factors lead from the cost back to {gradient}, along path {path} of {total}.</source>
        <translation>처음: {gradient}까지 손실 함수에서 인수 {count}개를 거슬러 갑니다. 경로 {total}개 중 {path}번입니다.</translation>
    </message>
    <message>
        <source>At the start: {count} factors lead from the cost back to layer 1, a whole layer at a time.</source>
        <translation>처음: 손실 함수에서 1층까지 한 번에 한 층씩 인수 {count}개를 거슬러 갑니다.</translation>
    </message>
    <message>
        <source>At the start: {count} values lead from the input to the cost.</source>
        <translation>처음: 입력에서 손실 함수까지 값 {count}개를 지나갑니다.</translation>
    </message>
    <message>
        <source>Factor {number} of {count}, {kind}: {quantity} = {value}. Product so far: {left}.</source>
        <translation>인수 {count}개 중 {number}번, {kind}: {quantity} = {value}. 지금까지의 곱: {left}.</translation>
    </message>
    <message>
        <source>Factor {number} of {count}, {kind}: {quantity}. Its norm: {value}.</source>
        <translation>인수 {count}개 중 {number}번, {kind}: {quantity}. 노름: {value}.</translation>
    </message>
    <message>
        <source>Factor {number} of {count}, {kind}: {quantity}. It multiplies the norm by {value}. Norm left: {left}.</source>
        <translation>인수 {count}개 중 {number}번, {kind}: {quantity}. 노름에 곱하는 값: {value}. 남은 노름: {left}.</translation>
    </message>
    <message>
        <source>Term {number} of {count}, {kind}: {quantity}. It is added: the norm goes from {met} to {left}.</source>
        <translation>항 {count}개 중 {number}번, {kind}: {quantity}. 더해집니다. 더하기 전 노름: {met}. 더한 뒤 노름: {left}.</translation>
    </message>
    <message>
        <source>Term {number} of {count}, {kind}: {quantity}. It is added: {met} becomes {left}.</source>
        <translation>항 {count}개 중 {number}번, {kind}: {quantity}. 더해집니다. 더하기 전: {met}. 더한 뒤: {left}.</translation>
    </message>
    <message>
        <source>Term {number} of {count}, {kind}: {quantity}. It is added, with norm {value}. Norm left: {left}.</source>
        <translation>항 {count}개 중 {number}번, {kind}: {quantity}. 더해지는 항의 노름: {value}. 남은 노름: {left}.</translation>
    </message>
    <message>
        <source>The penalty adds {term} to this: {total}. The rest is of the cost alone.</source>
        <translation>규제 항은 여기에 {term}, 합하면 {total}. 나머지는 모두 손실만의 값입니다.</translation>
    </message>
    <message>
        <source>Value {number} of {count}, {kind}: {quantity} = {value}.</source>
        <translation>값 {count}개 중 {number}번, {kind}: {quantity} = {value}.</translation>
    </message>
    <message>
        <source>Value {number} of {count}, {kind}: {quantity}. Root mean square: {value}.</source>
        <translation>값 {count}개 중 {number}번, {kind}: {quantity}. 제곱평균제곱근: {value}.</translation>
    </message>
    <message>
        <source>At the end: the product is {product}; backpropagation gives {engine}.</source>
        <translation>끝: 곱은 {product}, 역전파의 값은 {engine}입니다.</translation>
    </message>
    <message>
        <source>At the end: this path gives {product}, the others add {others}, the sum is {total}; backpropagation gives {engine}.</source>
        <translation>끝: 이 경로는 {product}, 다른 경로들은 {others}, 합은 {total}, 역전파의 값은 {engine}입니다.</translation>
    </message>
    <message>
        <source>At the end: the norm is {product}; backpropagation gives {engine}.</source>
        <translation>끝: 노름은 {product}, 역전파의 값은 {engine}입니다.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>Two inputs and one sigmoid unit: add layers to it.</source>
        <translation>입력 두 개와 시그모이드 뉴런 하나입니다. 층을 더해 가세요.</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>새 프로젝트</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>만들기</translation>
    </message>
    <message>
        <source>Blank network</source>
        <translation>빈 신경망</translation>
    </message>
</context>
<context>
    <name>NoFactors</name>
    <message>
        <source>Look at whole layers</source>
        <translation>층 전체로 보기</translation>
    </message>
    <message>
        <source>Look at sample {sample}</source>
        <translation>샘플 {sample} 보기</translation>
    </message>
</context>
<context>
    <name>Normalization</name>
    <message>
        <source>Batch normalization</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Each unit&apos;s values get mean 0 and variance 1 over the batch: the gradient is divided by their spread and loses its part along them. How large the weights are does not matter.</source>
        <translation>뉴런마다 값의 평균이 배치에서 0, 분산이 1이 됩니다. 기울기는 값의 퍼짐으로 나뉘고 값과 나란한 부분을 잃습니다. 가중치의 크기는 상관없어집니다.</translation>
    </message>
    <message>
        <source>Layer normalization</source>
        <translation>층 정규화</translation>
    </message>
    <message>
        <source>Each sample&apos;s values get mean 0 and variance 1 over the units of the layer; no other sample is needed, so it does the same in training and in evaluation.</source>
        <translation>샘플마다 층의 뉴런들에서 값의 평균이 0, 분산이 1이 됩니다. 다른 샘플이 필요 없어 학습과 평가에서 똑같이 움직입니다.</translation>
    </message>
    <message>
        <source>RMS normalization</source>
        <translation>RMS 정규화</translation>
    </message>
    <message>
        <source>Each sample&apos;s values are divided by their root mean square; the mean is left as it is.</source>
        <translation>샘플마다 값을 제곱평균제곱근으로 나눕니다. 평균은 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>Notation</name>
    <message>
        <source>The ½ takes the 2 out of the derivative: the cost and every gradient become half as large. This is an edit of the project, which Undo takes back.</source>
        <translation>½을 붙이면 도함수에서 2가 사라져 손실과 모든 기울기가 절반이 됩니다. 이것은 프로젝트 편집이며 ‘실행 취소’로 되돌립니다.</translation>
    </message>
    <message>
        <source>Only a squared error can carry a ½; the cost of this project is “{cost}”.</source>
        <translation>½은 제곱 오차에만 붙일 수 있습니다. 이 프로젝트의 손실 함수: ‘{cost}’.</translation>
    </message>
    <message>
        <source>Cost with ½</source>
        <translation>손실 함수에 ½ 붙이기</translation>
    </message>
    <message>
        <source>Cost without ½</source>
        <translation>손실 함수에서 ½ 빼기</translation>
    </message>
</context>
<context>
    <name>NotationDialog</name>
    <message>
        <source>Notation</source>
        <translation>표기법</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>Number of the layer</source>
        <translation>층 번호</translation>
    </message>
    <message>
        <source>Layers and units count</source>
        <translation>층과 뉴런 세기</translation>
    </message>
    <message>
        <source>Layout of gradients</source>
        <translation>기울기의 배치</translation>
    </message>
    <message>
        <source>Cost of this project</source>
        <translation>이 프로젝트의 손실 함수</translation>
    </message>
    <message>
        <source>from 1</source>
        <translation>1부터</translation>
    </message>
    <message>
        <source>from 0</source>
        <translation>0부터</translation>
    </message>
    <message>
        <source>Denominator: columns</source>
        <translation>분모 배치: 열</translation>
    </message>
    <message>
        <source>Numerator: rows</source>
        <translation>분자 배치: 행</translation>
    </message>
    <message>
        <source>No number changes. From 0 counts as NumPy and PyTorch do: the first layer is layer 0, and the input is x. In numerator layout gradients are rows: ∂C/∂W has the shape of Wᵀ, and the factors stand in the order of the chain.</source>
        <translation>숫자는 바뀌지 않습니다. 0부터 세면 NumPy와 PyTorch처럼 첫 층이 0층이고, 입력은 x입니다. 분자 배치에서는 기울기가 행이고, ∂C/∂W는 Wᵀ와 모양이 같으며, 인수가 연쇄 법칙의 순서대로 놓입니다.</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation>처음 표기법으로</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>The typed samples were cut or filled up to fit the network.</source>
        <translation>입력한 샘플을 신경망에 맞게 자르거나 채웠습니다.</translation>
    </message>
    <message>
        <source>The network now has {inputs} inputs and {outputs} outputs, as the data do.</source>
        <translation>이제 신경망의 입력은 {inputs}개, 출력은 {outputs}개입니다. 데이터에 맞춘 것입니다.</translation>
    </message>
    <message>
        <source>Layer {layer}: numbers typed for its old normalization are dropped.</source>
        <translation>{layer}층: 이전 정규화에 입력한 수를 버렸습니다.</translation>
    </message>
    <message>
        <source>Layer {layer}: typed weights went from {old} to {new}; the overlap stays, the rest is drawn.</source>
        <translation>{layer}층: 입력한 가중치 크기 {old} → {new}. 겹치는 부분은 남고 나머지는 새로 뽑았습니다.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>NowView</name>
    <message>
        <source>Symmetries of each layer</source>
        <translation>층마다의 대칭</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>모든 층</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>그리로 가기</translation>
    </message>
    <message>
        <source>Go to the factor that kills</source>
        <translation>곱을 0으로 만드는 인수로 가기</translation>
    </message>
    <message>
        <source>W = 0</source>
        <translation>W = 0</translation>
    </message>
    <message>
        <source>W = {value}</source>
        <translation>W = {value}</translation>
    </message>
    <message>
        <source>{weight} + {amount}</source>
        <translation>{weight} + {amount}</translation>
    </message>
    <message>
        <source>can be undone</source>
        <translation>실행 취소할 수 있음</translation>
    </message>
    <message>
        <source>Set the weights to 0</source>
        <translation>가중치를 0으로 바꾸기</translation>
    </message>
    <message>
        <source>Set the weights to one number</source>
        <translation>가중치를 모두 같은 수로 바꾸기</translation>
    </message>
    <message>
        <source>Add noise to one weight: it breaks the symmetry</source>
        <translation>가중치 하나에 잡음을 더해 대칭을 깨기</translation>
    </message>
</context>
<context>
    <name>Nudge</name>
    <message>
        <source>Drag the slider, or an edge or unit of the diagram up and down: what changes is shown beside what the derivative predicts.</source>
        <translation>슬라이더를 끌거나, 그림의 선이나 뉴런을 위아래로 끌어 보세요. 실제 변화를 미분의 예측과 나란히 보여 줍니다.</translation>
    </message>
    <message>
        <source>{symbol} crosses a kink of {activation}: the straight line of the derivative ends there.</source>
        <translation>{symbol}: {activation} 함수의 꺾인 점을 지났습니다. 미분의 직선은 거기서 끝납니다.</translation>
    </message>
    <message>
        <source>{count} units cross a kink of their activation, first {symbol}: the straight line of the derivative ends there.</source>
        <translation>뉴런 {count}개가 활성화 함수의 꺾인 점을 지났습니다(첫째: {symbol}). 미분의 직선은 거기서 끝납니다.</translation>
    </message>
    <message>
        <source>The moved network overflows in layer {layer}.</source>
        <translation>{layer}층: 움직인 신경망이 오버플로됩니다.</translation>
    </message>
    <message>
        <source>Batch normalization ties the {samples} samples of the batch together, so all of them pass again. Δ{cost} is the change of their mean cost; the lines below it are of sample {sample}. The diagram shows means.</source>
        <translation>배치 정규화가 배치의 샘플 {samples}개를 서로 얽으므로 모두 다시 계산합니다. Δ{cost} 값은 평균 손실의 변화이고, 그 아래 줄은 샘플 {sample}의 값입니다. 그림은 평균을 보여 줍니다.</translation>
    </message>
    <message>
        <source>{symbol} moves every sample alike, and the normalization takes the mean away: above it nothing moves.</source>
        <translation>{symbol} 때문에 모든 샘플이 똑같이 움직이는데, 정규화가 평균을 빼므로 그 위에서는 아무것도 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Dropout silences the same units before and after.</source>
        <translation>드롭아웃은 움직이기 전과 후에 같은 뉴런을 끕니다.</translation>
    </message>
    <message>
        <source>“&lt;”: two nearly equal numbers were subtracted; what is smaller than this is lost in rounding.</source>
        <translation>“&lt;”: 거의 같은 두 수를 뺐으므로, 이보다 작은 값은 반올림에 묻힙니다.</translation>
    </message>
    <message>
        <source>Keeping it turns the generated samples into typed ones, with this number changed.</source>
        <translation>유지하면 생성된 샘플이 직접 입력한 샘플로 바뀌고, 이 수만 달라집니다.</translation>
    </message>
    <message>
        <source>LSUV fits its weights to the data: keeping this number draws them anew.</source>
        <translation>LSUV는 가중치를 데이터에 맞춥니다. 이 수를 유지하면 가중치를 새로 뽑습니다.</translation>
    </message>
</context>
<context>
    <name>NudgePage</name>
    <message>
        <source>Nudge</source>
        <translation>움직여 보기</translation>
    </message>
    <message>
        <source>Nudge {symbol}</source>
        <translation>{symbol} 움직여 보기</translation>
    </message>
    <message>
        <source>Value of {symbol}</source>
        <translation>{symbol}의 값</translation>
    </message>
    <message>
        <source>New value of {symbol}</source>
        <translation>{symbol}의 새 값</translation>
    </message>
    <message>
        <source>Change of {symbol}</source>
        <translation>{symbol}의 변화</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Put the number back (Esc)</source>
        <translation>수를 제자리로 되돌립니다(Esc)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>Make it an edit, which can be undone (Enter)</source>
        <translation>실행 취소할 수 있는 편집으로 남깁니다(Enter)</translation>
    </message>
    <message>
        <source>A nudge belongs to one sample. Choose a sample to nudge.</source>
        <translation>수를 움직여 보려면 샘플 하나가 필요합니다. 샘플을 고르세요.</translation>
    </message>
    <message>
        <source>Look at sample {sample}</source>
        <translation>샘플 {sample} 보기</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>A number here was refused: type another first, or press Esc in its field to have back the one that holds</source>
        <translation>받아들일 수 없는 숫자가 있습니다. 먼저 다른 숫자를 입력하거나, 그 칸에서 Esc 키를 눌러 지금 쓰이는 숫자로 되돌리세요</translation>
    </message>
</context>
<context>
    <name>NumberGrid</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여 넣기</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>Cost, all samples</source>
        <translation>손실, 모든 샘플</translation>
    </message>
    <message>
        <source>Cost, trained on</source>
        <translation>손실, 학습에 쓴 샘플</translation>
    </message>
    <message>
        <source>Cost, kept aside</source>
        <translation>손실, 따로 둔 샘플</translation>
    </message>
    <message>
        <source>Penalties in the last step</source>
        <translation>마지막 걸음의 규제 항</translation>
    </message>
    <message>
        <source>λ₁ Σ|w| + ½ λ₂ Σw² + λ Ω, beside the cost and not part of it</source>
        <translation>λ₁ Σ|w| + ½ λ₂ Σw² + λ Ω. 손실과 따로 셈하며 손실에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>Right answers</source>
        <translation>정답률</translation>
    </message>
    <message>
        <source>Right answers, kept aside</source>
        <translation>정답률, 따로 둔 샘플</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>학습률 η</translation>
    </message>
</context>
<context>
    <name>NumbersTable</name>
    <message>
        <source>Measured numbers</source>
        <translation>잰 수</translation>
    </message>
    <message>
        <source>number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>published</source>
        <translation>발표된 값</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>여기에서 잰 값</translation>
    </message>
</context>
<context>
    <name>Optimizer</name>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>경사 하강법</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>네스테로프 모멘텀</translation>
    </message>
</context>
<context>
    <name>Option</name>
    <message>
        <source>Left slope</source>
        <translation>왼쪽 기울기</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>알파</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>표준편차</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>한계</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Weights per unit</source>
        <translation>뉴런당 가중치</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>게인</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>잡음</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>종류 수</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>Decay λ</source>
        <translation>감쇠 λ</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>엡실론</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Every T steps</source>
        <translation>T걸음마다</translation>
    </message>
    <message>
        <source>Times γ</source>
        <translation>γ배</translation>
    </message>
    <message>
        <source>Length T</source>
        <translation>길이 T</translation>
    </message>
    <message>
        <source>Floor φ</source>
        <translation>하한 φ</translation>
    </message>
    <message>
        <source>Scale α</source>
        <translation>배율 α</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline of the network</source>
        <translation>신경망 개요</translation>
    </message>
    <message>
        <source>Enter on a weight, a bias, γ or β unrolls its gradient; on a unit, goes to it.</source>
        <translation>가중치, 편향, γ, β에서 Enter를 누르면 그 기울기를 펼치고, 뉴런에서는 그 뉴런으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>OutputNote</name>
    <message>
        <source>Every cell keeps the output layer of the open network, whose weights are all 0: no gradient reaches the layers below. Choose other weights for it in the builder.</source>
        <translation>모든 칸은 열린 신경망의 출력층을 그대로 쓰는데, 그 가중치가 모두 0이어서 아래층에 기울기가 닿지 않습니다. 만들기에서 출력층의 가중치를 바꾸세요.</translation>
    </message>
</context>
<context>
    <name>OverlayPanel</name>
    <message>
        <source>Gradient per layer</source>
        <translation>층별 기울기</translation>
    </message>
</context>
<context>
    <name>OwnData</name>
    <message>
        <source>samples {samples} · inputs {inputs} · outputs {outputs}</source>
        <translation>샘플 {samples}개 · 입력 {inputs}개 · 출력 {outputs}개</translation>
    </message>
    <message>
        <source>samples {samples} · inputs {inputs} · classes {outputs}: the output becomes softmax with cross-entropy</source>
        <translation>샘플 {samples}개 · 입력 {inputs}개 · 클래스 {outputs}개: 출력은 교차 엔트로피를 쓰는 소프트맥스가 됩니다</translation>
    </message>
    <message>
        <source>The output becomes the identity: {activation} does not reach these targets.</source>
        <translation>출력은 항등 함수가 됩니다. {activation}의 값은 이 목표에 닿지 못합니다.</translation>
    </message>
    <message>
        <source>Left out, because they have another number of rows: {arrays}.</source>
        <translation>행 수가 달라서 뺀 배열: {arrays}.</translation>
    </message>
    <message>
        <source>Left out, because they have more than two dimensions: {arrays}. Flatten them to one row per sample first: x.reshape(len(x), -1).</source>
        <translation>3차원 이상이어서 뺀 배열: {arrays}. 먼저 샘플마다 한 행이 되도록 펼치세요: x.reshape(len(x), -1).</translation>
    </message>
    <message>
        <source>Left out, because they are a single value: {arrays}.</source>
        <translation>값 하나뿐이어서 뺀 배열: {arrays}.</translation>
    </message>
    <message>
        <source>Left out, because they hold neither real numbers nor text: {arrays}.</source>
        <translation>실수도 글자도 아니어서 뺀 배열: {arrays}.</translation>
    </message>
    <message>
        <source>Left out, because they are empty: {arrays}.</source>
        <translation>비어 있어서 뺀 배열: {arrays}.</translation>
    </message>
    <message>
        <source>Decimal commas of the file are read as decimal points.</source>
        <translation>파일의 소수 쉼표를 소수점으로 읽었습니다.</translation>
    </message>
</context>
<context>
    <name>PaperDetail</name>
    <message>
        <source>Open in builder</source>
        <translation>만들기에서 열기</translation>
    </message>
    <message>
        <source>Open in builder: {name}</source>
        <translation>만들기에서 열기: {name}</translation>
    </message>
    <message>
        <source>Could not be measured: {reason}</source>
        <translation>잴 수 없습니다. {reason}</translation>
    </message>
    <message>
        <source>{done} of {total} draws</source>
        <translation>뽑기 {total}번 중 {done}번</translation>
    </message>
    <message>
        <source>Another entry is being measured.</source>
        <translation>다른 논문을 재고 있습니다.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>다시 재기</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>재기</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>발표된 내용</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>What is different here</source>
        <translation>여기에서 다른 점</translation>
    </message>
    <message>
        <source>When the statement holds here</source>
        <translation>성립 조건</translation>
    </message>
    <message>
        <source>The set-ups</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>재기 진행</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source> – holds</source>
        <translation> – 성립</translation>
    </message>
    <message>
        <source> – does not hold</source>
        <translation> – 성립하지 않음</translation>
    </message>
    <message>
        <source>Published set-ups</source>
        <translation>발표된 설정</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Holds here: {reason}.</source>
        <translation>여기에서도 성립합니다. {reason}.</translation>
    </message>
    <message>
        <source>Does not hold here, because {reason}.</source>
        <translation>여기에서는 성립하지 않습니다. {reason}.</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>Papers</source>
        <translation>논문</translation>
    </message>
</context>
<context>
    <name>ParameterChooser</name>
    <message>
        <source>path {number}</source>
        <translation>경로 {number}</translation>
    </message>
    <message>
        <source>path {number} through units {units}</source>
        <translation>경로 {number}: 뉴런 {units}</translation>
    </message>
    <message>
        <source>{path}, past layer {layers}</source>
        <translation>{path}, 지나친 층 {layers}</translation>
    </message>
    <message>
        <source>{path}, past layers {layers}</source>
        <translation>{path}, 지나친 층 {layers}</translation>
    </message>
    <message>
        <source>Unit that is normalized (j)</source>
        <translation>정규화되는 뉴런 (j)</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Layer of the parameter</source>
        <translation>매개변수의 층</translation>
    </message>
    <message>
        <source>Unit that it leads to (j)</source>
        <translation>도착하는 뉴런 (j)</translation>
    </message>
    <message>
        <source>Unit that it comes from (k)</source>
        <translation>출발하는 뉴런 (k)</translation>
    </message>
    <message>
        <source>Path from the parameter to the cost</source>
        <translation>매개변수에서 손실까지의 경로</translation>
    </message>
</context>
<context>
    <name>ParameterWindow</name>
    <message>
        <source>Layer {layer} of {count}</source>
        <translation>{layer}층 / {count}</translation>
    </message>
    <message>
        <source>Weights W ({units} × {inputs}): row j, column k is w from unit k to j</source>
        <translation>가중치 W ({units} × {inputs}): j행 k열은 뉴런 k에서 j로 가는 w입니다</translation>
    </message>
    <message>
        <source>Weights and biases</source>
        <translation>가중치와 편향</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>입력함</translation>
    </message>
    <message>
        <source>Redraw</source>
        <translation>다시 뽑기</translation>
    </message>
    <message>
        <source>Forget the typed numbers and draw the layer again</source>
        <translation>입력한 수를 지우고 층을 다시 뽑습니다</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>앞 층</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>다음 층</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Biases b</source>
        <translation>편향 b</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Type into a cell, or paste from a spreadsheet: the layer keeps its numbers then.</source>
        <translation>칸에 입력하거나 스프레드시트에서 붙여 넣으세요. 그러면 층이 그 수를 지킵니다.</translation>
    </message>
</context>
<context>
    <name>PathList</name>
    <message>
        <source>Strongest paths</source>
        <translation>가장 강한 경로</translation>
    </message>
    <message>
        <source>Enter walks the path of the row.</source>
        <translation>Enter 키를 누르면 이 행의 경로를 따라갑니다.</translation>
    </message>
</context>
<context>
    <name>Paths</name>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>더하는 값</translation>
    </message>
    <message>
        <source>as a bar</source>
        <translation>막대</translation>
    </message>
    <message>
        <source>Path {number}: {route}, adds {value}</source>
        <translation>경로 {number}: {route}, 더하는 값 {value}</translation>
    </message>
    <message>
        <source>Path {number}: as the strongest but through {names}, adds {value}</source>
        <translation>경로 {number}: 가장 강한 경로와 다른 곳은 {names}, 더하는 값 {value}</translation>
    </message>
    <message>
        <source>Path {number}, walked now: as the strongest but through {names}, adds {value}</source>
        <translation>경로 {number}, 지금 따라가는 중: 가장 강한 경로와 다른 곳은 {names}, 더하는 값 {value}</translation>
    </message>
    <message>
        <source>Path {number}, walked now: {route}, adds {value}</source>
        <translation>경로 {number}, 지금 따라가는 중: {route}, 더하는 값 {value}</translation>
    </message>
    <message>
        <source>Only one path leads to the cost: the gradient is one product.</source>
        <translation>손실 함수까지 가는 경로가 하나뿐이므로 기울기는 곱 하나입니다.</translation>
    </message>
    <message>
        <source>Only one path leads to the cost, and one of its factors is 0.</source>
        <translation>손실 함수까지 가는 경로가 하나뿐이고, 그 인수 중 하나가 0입니다.</translation>
    </message>
    <message>
        <source>Both paths are open: no factor is 0.</source>
        <translation>두 경로가 모두 열려 있습니다. 0인 인수가 없습니다.</translation>
    </message>
    <message>
        <source>Neither path is open: each has a factor that is 0.</source>
        <translation>두 경로가 모두 막혀 있습니다. 어느 경로에나 0인 인수가 있습니다.</translation>
    </message>
    <message>
        <source>None of the {total} paths is open: each has a factor that is 0.</source>
        <translation>경로 {total}개가 모두 막혀 있습니다. 어느 경로에나 0인 인수가 있습니다.</translation>
    </message>
    <message>
        <source>All {total} paths are open: no factor is 0.</source>
        <translation>경로 {total}개가 모두 열려 있습니다. 0인 인수가 없습니다.</translation>
    </message>
    <message>
        <source>{open} of {total} paths are open; in each of the others some factor is 0.</source>
        <translation>경로 {total}개 중 {open}개가 열려 있습니다. 나머지에는 0인 인수가 있습니다.</translation>
    </message>
    <message>
        <source>All paths pull the same way: their magnitudes add to {magnitude}, and nothing cancels.</source>
        <translation>모든 경로의 부호가 같습니다. 크기를 모두 더하면 {magnitude}, 상쇄되는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Positive paths add {positive}, negative ones {negative}. Their magnitudes add to {magnitude}, but they leave {net}: {share} % cancels.</source>
        <translation>양의 경로의 합은 {positive}, 음의 경로의 합은 {negative}. 크기를 모두 더하면 {magnitude}, 남는 것은 {net}입니다. {share} % 상쇄됩니다.</translation>
    </message>
    <message>
        <source>Positive paths add {positive}, negative ones {negative}. Their magnitudes add to {magnitude}, but they leave {net}: all but {left} % cancels.</source>
        <translation>양의 경로의 합은 {positive}, 음의 경로의 합은 {negative}. 크기를 모두 더하면 {magnitude}, 남는 것은 {net}입니다. {left} %만 남고 모두 상쇄됩니다.</translation>
    </message>
    <message>
        <source>Path by path: {count} multiplications ({paths} paths × {each}).</source>
        <translation>경로마다 따로 곱하면 곱셈 {count}번(경로 {paths}개 × {each}번)입니다.</translation>
    </message>
    <message>
        <source>Path by path: {count} multiplications ({paths} paths with at most {each} each; past a layer it is fewer).</source>
        <translation>경로마다 따로 곱하면 곱셈 {count}번(경로 {paths}개, 하나에 많아야 {each}번. 층을 지나치면 더 적음)입니다.</translation>
    </message>
    <message>
        <source>Path by path: {count} multiplications.</source>
        <translation>경로를 따라 곱하면 곱셈 {count}번입니다.</translation>
    </message>
    <message>
        <source>By backpropagation: {count}; the gradients of all parameters together: {all}.</source>
        <translation>역전파로는 {count}번, 모든 매개변수의 기울기를 한꺼번에 구해도 {all}번입니다.</translation>
    </message>
    <message>
        <source>Where paths meet, backpropagation adds them up once and goes on with the sum, δ. That is why it is an algorithm and not just the chain rule.</source>
        <translation>역전파는 경로들이 만나는 곳에서 한 번만 더하고, 그 합 δ만 가지고 계속 갑니다. 그래서 역전파는 단순한 연쇄 법칙이 아니라 알고리즘입니다.</translation>
    </message>
    <message>
        <source>With so few paths there is nothing to save yet. A further layer of n units multiplies the paths by n, and adds to backpropagation only its own products.</source>
        <translation>경로가 이렇게 적으면 아직 아낄 것이 없습니다. 뉴런이 n개인 층을 하나 더하면 경로 수는 n배가 되지만, 역전파에는 그 층의 곱셈만 더해집니다.</translation>
    </message>
</context>
<context>
    <name>PathsPage</name>
    <message>
        <source>Looking for the strongest paths…</source>
        <translation>가장 강한 경로를 찾는 중…</translation>
    </message>
    <message>
        <source>Paths lead from one parameter to the cost. Unroll one to see them.</source>
        <translation>경로는 매개변수 하나에서 손실 함수까지 이어집니다. 하나를 펼치면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Counting the open paths…</source>
        <translation>열린 경로를 세는 중…</translation>
    </message>
    <message>
        <source>The numbers come with the first factor.</source>
        <translation>숫자는 첫 인수와 함께 나타납니다.</translation>
    </message>
    <message>
        <source>Look at whole layers</source>
        <translation>층 전체로 보기</translation>
    </message>
    <message>
        <source>Unroll a weight</source>
        <translation>가중치 펼치기</translation>
    </message>
    <message>
        <source>Look at sample {sample}</source>
        <translation>표본 {sample} 보기</translation>
    </message>
    <message>
        <source>strongest {count}</source>
        <translation>상위 {count}개</translation>
    </message>
    <message>
        <source>How many paths are listed</source>
        <translation>나열할 경로 수</translation>
    </message>
</context>
<context>
    <name>PicturePanel</name>
    <message>
        <source>This network has {inputs} inputs. What it computes can be drawn over one or two.</source>
        <translation>이 신경망의 입력은 {inputs}개입니다. 계산하는 함수는 입력이 하나나 둘일 때 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Picture of the moment</source>
        <translation>이 시점의 그림</translation>
    </message>
    <message>
        <source>What is shown of the moment</source>
        <translation>이 시점에서 보여 줄 것</translation>
    </message>
    <message>
        <source>What the network computes</source>
        <translation>신경망이 계산하는 함수</translation>
    </message>
    <message>
        <source>Response of each unit</source>
        <translation>뉴런마다의 반응</translation>
    </message>
    <message>
        <source>First weights as images</source>
        <translation>이미지로 본 첫 가중치</translation>
    </message>
    <message>
        <source>Misread images</source>
        <translation>잘못 읽은 이미지</translation>
    </message>
    <message>
        <source>Last step of one weight</source>
        <translation>가중치 하나의 마지막 걸음</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>After the first step.</source>
        <translation>첫걸음 뒤에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>The targets of these data are no classes: nothing can be misread.</source>
        <translation>이 데이터의 목표는 분류가 아니므로 잘못 읽을 것이 없습니다.</translation>
    </message>
    <message>
        <source>This network has {inputs} inputs. A unit&apos;s response can be drawn over one or two.</source>
        <translation>이 신경망의 입력은 {inputs}개입니다. 뉴런의 반응은 입력이 하나나 둘일 때 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The inputs of this network ({inputs}) are no images. The digits are, and own data with as many columns as a square image has pixels, from 8 × 8 on.</source>
        <translation>이 신경망의 입력({inputs}개)은 이미지가 아닙니다. 숫자 데이터, 그리고 열의 수가 8 × 8 이상 정사각형 이미지의 화소 수와 같은 자기 데이터는 이미지입니다.</translation>
    </message>
</context>
<context>
    <name>PinButton</name>
    <message>
        <source>Four runs are pinned. Replace which?</source>
        <translation>이미 네 개를 고정했습니다. 어느 것을 바꿀까요?</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>지금과 같음</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Keep this network&apos;s curve beside what you build next</source>
        <translation>이 신경망의 곡선을 남겨 두고 다음에 만들 것과 견줍니다</translation>
    </message>
    <message>
        <source>Pin the network being built</source>
        <translation>지금 만드는 신경망 고정</translation>
    </message>
</context>
<context>
    <name>PlanEdit</name>
    <message>
        <source>Set the optimizer</source>
        <translation>최적화 방법 설정</translation>
    </message>
    <message>
        <source>Set the schedule of the rate</source>
        <translation>학습률 계획 설정</translation>
    </message>
    <message>
        <source>Set the clipping</source>
        <translation>기울기 자르기 설정</translation>
    </message>
    <message>
        <source>Set the rate</source>
        <translation>학습률 설정</translation>
    </message>
    <message>
        <source>Set the warm-up</source>
        <translation>예열 걸음 설정</translation>
    </message>
    <message>
        <source>Set the batch</source>
        <translation>배치 설정</translation>
    </message>
    <message>
        <source>Set the L1 penalty</source>
        <translation>L1 규제 설정</translation>
    </message>
    <message>
        <source>Set the L2 penalty</source>
        <translation>L2 규제 설정</translation>
    </message>
    <message>
        <source>Set the penalty Ω</source>
        <translation>Ω 규제 설정</translation>
    </message>
    <message>
        <source>Set the bound of max-norm</source>
        <translation>최대 노름 한계 설정</translation>
    </message>
    <message>
        <source>Set where gradients are clipped</source>
        <translation>기울기 자르기 한계 설정</translation>
    </message>
    <message>
        <source>Set the share kept aside</source>
        <translation>따로 둘 비율 설정</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>0: all samples in every step</source>
        <translation>0: 걸음마다 모든 샘플</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>예열 걸음</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제 λ</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제 λ</translation>
    </message>
    <message>
        <source>Ω penalty</source>
        <translation>Ω 규제 λ</translation>
    </message>
    <message>
        <source>Max-norm</source>
        <translation>최대 노름</translation>
    </message>
    <message>
        <source>Clip at θ</source>
        <translation>한계 θ</translation>
    </message>
    <message>
        <source>Share kept aside</source>
        <translation>따로 둘 비율</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>최적화 방법</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>학습률 계획</translation>
    </message>
    <message>
        <source>Clip gradients</source>
        <translation>기울기 자르기</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>By norm</source>
        <translation>노름으로</translation>
    </message>
    <message>
        <source>By value</source>
        <translation>값으로</translation>
    </message>
    <message>
        <source>Adds +λw to the gradient of every weight: large weights shrink in proportion (L2, Hoerl &amp; Kennard 1970). Biases are left alone; 0: none.</source>
        <translation>모든 가중치의 기울기에 +λw를 더해, 큰 가중치일수록 많이 줄입니다(L2, Hoerl &amp; Kennard 1970). 편향은 그대로 둡니다. 0: 없음.</translation>
    </message>
    <message>
        <source>Adds +λ·sign w to the gradient of every weight: small weights go to 0 (L1, Tibshirani 1996). Biases are left alone; 0: none.</source>
        <translation>모든 가중치의 기울기에 +λ·sign w를 더해, 작은 가중치를 0으로 보냅니다(L1, Tibshirani 1996). 편향은 그대로 둡니다. 0: 없음.</translation>
    </message>
    <message>
        <source>Pulls every layer towards handing the gradient on at the size at which it came: adds λ ∂Ω/∂W, and Ω is 0 where no layer shrinks or grows it (Pascanu, Mikolov &amp; Bengio 2013). For networks without normalization, residual connections and dropout; 0: none.</source>
        <translation>모든 층이 기울기를 들어온 크기 그대로 넘겨주도록 당깁니다. λ ∂Ω/∂W를 더하며, 기울기를 줄이거나 키우는 층이 없으면 Ω는 0입니다(Pascanu, Mikolov &amp; Bengio 2013). 정규화, 잔차 연결, 드롭아웃이 없는 신경망에서만 쓸 수 있습니다. 0: 없음.</translation>
    </message>
    <message>
        <source>After each step the weights into a unit are shortened to norm c where they are longer (Srivastava et al. 2014). It shrinks weights and lengthens none; 0: no bound.</source>
        <translation>걸음마다 한 유닛으로 들어오는 가중치의 노름이 c보다 길면 c로 줄입니다(Srivastava et al. 2014). 가중치를 줄일 뿐 늘리지는 않습니다. 0: 한계 없음.</translation>
    </message>
    <message>
        <source>The most that the gradient&apos;s norm, or each of its entries, may be in a step. It makes large gradients smaller; a gradient that vanished stays as it is (Pascanu, Mikolov &amp; Bengio 2013).</source>
        <translation>한 걸음에서 기울기의 노름이나 각 성분이 넘을 수 없는 값입니다. 큰 기울기를 줄일 뿐, 사라진 기울기는 그대로입니다(Pascanu, Mikolov &amp; Bengio 2013).</translation>
    </message>
</context>
<context>
    <name>PlotLens</name>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>Computing… {percent} %</source>
        <translation>계산 중… {percent} %</translation>
    </message>
</context>
<context>
    <name>PlotMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>수 복사</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>PNG로 저장…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>SVG로 저장…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Save numbers as CSV…</source>
        <translation>수를 CSV로 저장…</translation>
    </message>
    <message>
        <source>Export with choices…</source>
        <translation>골라서 내보내기…</translation>
    </message>
    <message>
        <source>Fit the range</source>
        <translation>범위 맞추기</translation>
    </message>
    <message>
        <source>Save as PNG</source>
        <translation>PNG로 저장</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 그림</translation>
    </message>
    <message>
        <source>Save as SVG</source>
        <translation>SVG로 저장</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 그림</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>PDF picture</source>
        <translation>PDF 그림</translation>
    </message>
    <message>
        <source>Save numbers as CSV</source>
        <translation>수를 CSV로 저장</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 표</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>저장하지 못함</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}</source>
        <translation>쓰지 못했습니다({file}): {reason}</translation>
    </message>
</context>
<context>
    <name>Precision</name>
    <message>
        <source>{format} smallest normal</source>
        <translation>{format} 최소 정규수</translation>
    </message>
    <message>
        <source>{format} smallest above 0</source>
        <translation>{format} 0 다음 최소값</translation>
    </message>
    <message>
        <source>{format} largest</source>
        <translation>{format} 최댓값</translation>
    </message>
    <message>
        <source>{format}: 0 in layer {layers}</source>
        <translation>{format}: {layers}층에서 0</translation>
    </message>
    <message>
        <source>{format}: 0 in layers {layers}</source>
        <translation>{format}: {layers}층에서 0</translation>
    </message>
    <message>
        <source>{format}: subnormal in layer {layers}</source>
        <translation>{format}: {layers}층에서 비정규</translation>
    </message>
    <message>
        <source>{format}: subnormal in layers {layers}</source>
        <translation>{format}: {layers}층에서 비정규</translation>
    </message>
    <message>
        <source>{format}: infinite in layer {layers}</source>
        <translation>{format}: {layers}층에서 무한대</translation>
    </message>
    <message>
        <source>{format}: infinite in layers {layers}</source>
        <translation>{format}: {layers}층에서 무한대</translation>
    </message>
</context>
<context>
    <name>PrecisionLens</name>
    <message>
        <source>Gradient per layer in number formats</source>
        <translation>수 형식별로 본 층별 기울기</translation>
    </message>
    <message>
        <source>Arrow keys read every format layer by layer, Enter selects the layer</source>
        <translation>화살표 키로 층마다 형식별 값을 읽고, Enter로 층을 선택합니다</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>Predict this factor.</source>
        <translation>이 인수를 예측해 보세요.</translation>
    </message>
    <message>
        <source>Predict this entry of the gradient.</source>
        <translation>기울기의 이 성분을 예측해 보세요.</translation>
    </message>
    <message>
        <source>Predict this value.</source>
        <translation>이 값을 예측해 보세요.</translation>
    </message>
    <message>
        <source>Predict the running product: p so far, times the new factor f.</source>
        <translation>누적 곱을 예측해 보세요: 지금까지의 곱 p, 새 인수 f.</translation>
    </message>
    <message>
        <source>the product so far</source>
        <translation>지금까지의 곱</translation>
    </message>
    <message>
        <source>Predict the whole gradient: each p comes from one path.</source>
        <translation>전체 기울기를 예측해 보세요: p는 경로 하나의 몫.</translation>
    </message>
    <message>
        <source>Predict the whole gradient: each p comes from one path, r from the rest.</source>
        <translation>전체 기울기를 예측해 보세요: p는 경로 하나의 몫, r은 나머지의 몫.</translation>
    </message>
    <message>
        <source>Nothing is to be computed: it is {symbol}, which stands among the numbers.</source>
        <translation>계산할 것이 없습니다. 답은 {symbol}, 위의 숫자 가운데 있습니다.</translation>
    </message>
    <message>
        <source>The bias is added as it is: when it grows by 0.1, z grows by 0.1.</source>
        <translation>편향은 그대로 더해집니다. 편향이 0.1 커지면 z도 0.1 커집니다.</translation>
    </message>
    <message>
        <source>the sum of eᶻ over the other outputs</source>
        <translation>다른 출력들의 eᶻ 합</translation>
    </message>
    <message>
        <source>what the other outputs cost together</source>
        <translation>다른 출력들의 손실 합</translation>
    </message>
    <message>
        <source>Not this number.</source>
        <translation>이 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Wrong sign.</source>
        <translation>부호가 틀렸습니다.</translation>
    </message>
    <message>
        <source>It has no sign: it is exactly 0.</source>
        <translation>부호가 없습니다. 정확히 0입니다.</translation>
    </message>
    <message>
        <source>It is not 0.</source>
        <translation>0이 아닙니다.</translation>
    </message>
    <message>
        <source>Write the whole number n for which 10ⁿ ≤ |x| &lt; 10ⁿ⁺¹: for 0.0037 it is −3.</source>
        <translation>10ⁿ ≤ |x| &lt; 10ⁿ⁺¹인 정수 n을 쓰세요. 0.0037이라면 −3입니다.</translation>
    </message>
    <message>
        <source>One decade too high: 0.0037 lies above 10⁻³, so its n is −3 and not −2.</source>
        <translation>한 자릿수 큽니다. 0.0037은 10⁻³보다 크므로 n은 −2가 아니라 −3입니다.</translation>
    </message>
    <message>
        <source>The exponent has the wrong sign.</source>
        <translation>지수의 부호가 틀렸습니다.</translation>
    </message>
    <message>
        <source>Off by decades: {decades}.</source>
        <translation>자릿수 차이: {decades}.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>아직 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>That is longer than {most} characters.</source>
        <translation>너무 깁니다. 최대 글자 수: {most}.</translation>
    </message>
    <message>
        <source>More than {most} brackets or signs lie in one another.</source>
        <translation>괄호나 부호가 너무 깊이 겹쳤습니다. 최대 깊이: {most}.</translation>
    </message>
    <message>
        <source>“{sign}” has no meaning here.</source>
        <translation>여기서 “{sign}” 기호는 뜻이 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is none of the quantities shown.</source>
        <translation>보이는 양 가운데 “{name}”이라는 것은 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is not a number that can be computed with.</source>
        <translation>“{name}”: 계산할 수 있는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>“{name}” is not a number.</source>
        <translation>“{name}”: 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>A number or a name is missing here.</source>
        <translation>여기에 숫자나 이름이 빠졌습니다.</translation>
    </message>
    <message>
        <source>The expression breaks off: something must follow.</source>
        <translation>식이 끊겼습니다. 뒤에 무언가 와야 합니다.</translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation>이 괄호가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation>이 괄호를 연 곳이 없습니다.</translation>
    </message>
    <message>
        <source>{name} needs brackets: {name}(…).</source>
        <translation>괄호가 필요합니다: {name}(…). {name} 뒤에 써 주세요.</translation>
    </message>
    <message>
        <source>An operator is missing before this.</source>
        <translation>이 앞에 연산 기호가 빠졌습니다.</translation>
    </message>
    <message>
        <source>Here something is divided by zero.</source>
        <translation>여기서 0으로 나누었습니다.</translation>
    </message>
    <message>
        <source>ln needs a number above 0; here it has {value}.</source>
        <translation>ln에는 0보다 큰 수가 필요합니다. 지금 값: {value}.</translation>
    </message>
    <message>
        <source>sqrt needs a number from 0 up; here it has {value}.</source>
        <translation>sqrt에는 0 이상의 수가 필요합니다. 지금 값: {value}.</translation>
    </message>
    <message>
        <source>A negative number has no real power with a broken exponent.</source>
        <translation>음수는 정수가 아닌 지수로 실수 거듭제곱을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Here the number grows beyond what can be computed.</source>
        <translation>여기서 수가 계산할 수 있는 범위를 넘습니다.</translation>
    </message>
    <message>
        <source>You forgot the 2: the derivative of the square brings it down.</source>
        <translation>2를 빠뜨렸습니다. 제곱을 미분하면 2가 앞으로 나옵니다.</translation>
    </message>
    <message>
        <source>One 2 too many: the ½ before the square has cancelled it.</source>
        <translation>2가 하나 더 있습니다. 제곱 앞의 ½과 이미 지워졌습니다.</translation>
    </message>
    <message>
        <source>You forgot to divide by the number of outputs: this cost is a mean.</source>
        <translation>출력 수로 나누는 것을 빠뜨렸습니다. 이 손실 함수는 평균입니다.</translation>
    </message>
    <message>
        <source>You forgot the ½ before the square.</source>
        <translation>제곱 앞의 ½을 빠뜨렸습니다.</translation>
    </message>
    <message>
        <source>You forgot the square: that is a − y itself.</source>
        <translation>제곱을 빠뜨렸습니다. 그것은 a − y 자체입니다.</translation>
    </message>
    <message>
        <source>That is the cost itself, not its derivative.</source>
        <translation>그것은 손실 자체이지 그 미분이 아닙니다.</translation>
    </message>
    <message>
        <source>That is a − y, what is left once the slope of the output is multiplied in; asked is the factor before it.</source>
        <translation>그것은 출력의 기울기까지 곱한 뒤에 남는 a − y입니다. 묻는 것은 그 앞의 인수입니다.</translation>
    </message>
    <message>
        <source>Wrong sign: the target is subtracted from the output, not the other way round.</source>
        <translation>부호가 틀렸습니다. 출력에서 목표값을 빼야 합니다. 거꾸로가 아닙니다.</translation>
    </message>
    <message>
        <source>Wrong sign; the size is right.</source>
        <translation>부호가 틀렸습니다. 크기는 맞습니다.</translation>
    </message>
    <message>
        <source>You put in z instead of a.</source>
        <translation>a 대신 z를 넣었습니다.</translation>
    </message>
    <message>
        <source>You forgot f′: that is a, the height of the curve; asked is its slope at z.</source>
        <translation>f′을 빠뜨렸습니다. 그것은 곡선의 높이 a입니다. 묻는 것은 z에서의 기울기입니다.</translation>
    </message>
    <message>
        <source>That is the slope at a; it is taken at z.</source>
        <translation>그것은 a에서의 기울기입니다. z에서의 기울기를 구해야 합니다.</translation>
    </message>
    <message>
        <source>That is the derivative of tanh; this layer has sigmoid.</source>
        <translation>그것은 tanh의 도함수입니다. 이 층은 시그모이드입니다.</translation>
    </message>
    <message>
        <source>That is the derivative of sigmoid; this layer has tanh.</source>
        <translation>그것은 시그모이드의 도함수입니다. 이 층은 tanh입니다.</translation>
    </message>
    <message>
        <source>You forgot the square: it is 1 − a².</source>
        <translation>제곱을 빠뜨렸습니다. 1 − a²입니다.</translation>
    </message>
    <message>
        <source>That is 1 − a alone: it is a (1 − a).</source>
        <translation>그것은 1 − a뿐입니다. a (1 − a)여야 합니다.</translation>
    </message>
    <message>
        <source>That is how a unit moves with its own z; asked is how it moves with another&apos;s.</source>
        <translation>그것은 자기 z에 따른 변화입니다. 묻는 것은 다른 뉴런의 z에 따른 변화입니다.</translation>
    </message>
    <message>
        <source>You forgot f′: that is what arrives at a, not yet what is left at z.</source>
        <translation>f′을 빠뜨렸습니다. 그것은 a에 도착한 값이고, z에 남는 값이 아닙니다.</translation>
    </message>
    <message>
        <source>That is f′ alone: what arrives from above is still to be multiplied in.</source>
        <translation>그것은 f′뿐입니다. 위에서 도착한 값을 아직 곱해야 합니다.</translation>
    </message>
    <message>
        <source>That is z itself: the activation is still to come.</source>
        <translation>그것은 z 자체입니다. 아직 활성화 함수를 거쳐야 합니다.</translation>
    </message>
    <message>
        <source>That is the slope f′(z); asked is the value.</source>
        <translation>그것은 기울기 f′(z)입니다. 묻는 것은 함숫값입니다.</translation>
    </message>
    <message>
        <source>You took the weight: z moves with the weight as fast as what comes in is large.</source>
        <translation>가중치를 썼습니다. 가중치에 따라 z가 변하는 빠르기는 들어오는 값만큼입니다.</translation>
    </message>
    <message>
        <source>That is what comes in: z moves with it as fast as the weight is large.</source>
        <translation>그것은 들어오는 값입니다. 그에 따라 z가 변하는 빠르기는 가중치만큼입니다.</translation>
    </message>
    <message>
        <source>You took z instead of a: what comes in has passed the activation.</source>
        <translation>a 대신 z를 썼습니다. 들어오는 값은 활성화 함수를 거친 값입니다.</translation>
    </message>
    <message>
        <source>That is the activation behind the weight; what comes in before it counts.</source>
        <translation>그것은 가중치 뒤의 활성값입니다. 가중치 앞에서 들어오는 값이어야 합니다.</translation>
    </message>
    <message>
        <source>That is the bias itself, not a derivative by it.</source>
        <translation>그것은 편향 자체이지 편향에 대한 미분이 아닙니다.</translation>
    </message>
    <message>
        <source>Not 0: the bias is added to z, so z moves exactly as the bias does.</source>
        <translation>0이 아닙니다. 편향은 z에 더해지므로 z는 편향과 똑같이 변합니다.</translation>
    </message>
    <message>
        <source>You multiplied in the wrong neighbour: that belongs to {symbol}.</source>
        <translation>옆의 것을 잘못 곱했습니다. 그 값의 자리: {symbol}.</translation>
    </message>
    <message>
        <source>That is only what comes in: δ is still to be multiplied in.</source>
        <translation>그것은 들어오는 값뿐입니다. δ를 아직 곱해야 합니다.</translation>
    </message>
    <message>
        <source>That is δ alone: what comes in is still to be multiplied in.</source>
        <translation>그것은 δ뿐입니다. 들어오는 값을 아직 곱해야 합니다.</translation>
    </message>
    <message>
        <source>The bias is not multiplied in: its factor is 1, whatever its value.</source>
        <translation>편향은 곱하지 않습니다. 값이 무엇이든 그 인수는 1입니다.</translation>
    </message>
    <message>
        <source>You forgot the weights: each δ goes back through its own.</source>
        <translation>가중치를 빠뜨렸습니다. δ마다 자기 가중치를 거쳐 되돌아갑니다.</translation>
    </message>
    <message>
        <source>You forgot the bias.</source>
        <translation>편향을 빠뜨렸습니다.</translation>
    </message>
    <message>
        <source>Wrong sign of the bias: it is added.</source>
        <translation>편향의 부호가 틀렸습니다. 편향은 더합니다.</translation>
    </message>
    <message>
        <source>That is a: asked is z, before the activation.</source>
        <translation>그것은 a입니다. 묻는 것은 활성화 함수를 거치기 전의 z입니다.</translation>
    </message>
    <message>
        <source>You forgot {symbol}: that is the product so far, without the new factor.</source>
        <translation>빠뜨린 인수: {symbol}. 그것은 새 인수를 곱하기 전, 지금까지의 곱입니다.</translation>
    </message>
    <message>
        <source>That is the new factor alone: the product so far is to be multiplied by it.</source>
        <translation>그것은 새 인수뿐입니다. 지금까지의 곱에 곱해야 합니다.</translation>
    </message>
    <message>
        <source>You added: along a path the factors are multiplied.</source>
        <translation>더했습니다. 한 경로의 인수들은 서로 곱합니다.</translation>
    </message>
    <message>
        <source>You left out {symbol}.</source>
        <translation>빠뜨린 인수: {symbol}.</translation>
    </message>
    <message>
        <source>You missed the other paths: that is {symbol} alone, and all of them add up.</source>
        <translation>다른 경로를 빠뜨렸습니다. 그것은 {symbol} 하나뿐이고, 모든 경로를 더해야 합니다.</translation>
    </message>
    <message>
        <source>You missed a path: {symbol}.</source>
        <translation>빠뜨린 경로: {symbol}.</translation>
    </message>
    <message>
        <source>You missed the others: that is {symbol} alone, and all of them add up.</source>
        <translation>나머지를 빠뜨렸습니다. 그것은 {symbol} 하나뿐이고, 모두 더해야 합니다.</translation>
    </message>
    <message>
        <source>You missed {symbol} in the sum.</source>
        <translation>합에서 빠뜨린 항: {symbol}.</translation>
    </message>
    <message>
        <source>You added the sizes: contributions of opposite sign cancel in part.</source>
        <translation>크기만 더했습니다. 부호가 반대인 몫은 일부 상쇄됩니다.</translation>
    </message>
    <message>
        <source>You multiplied: paths are added up.</source>
        <translation>곱했습니다. 경로들은 더합니다.</translation>
    </message>
    <message>
        <source>{right} of {asked} right, {row} in a row</source>
        <translation>{asked}문제 중 {right}개 정답, 연속 {row}개</translation>
    </message>
    <message>
        <source>Right: {symbol} = {value}.</source>
        <translation>맞습니다: {symbol} = {value}.</translation>
    </message>
    <message>
        <source>The answer: {symbol} = {value}.</source>
        <translation>답: {symbol} = {value}.</translation>
    </message>
    <message>
        <source>Skipped: {symbol} = {value}.</source>
        <translation>건너뜀: {symbol} = {value}.</translation>
    </message>
    <message>
        <source>In a batch nothing is asked: predictions are about one sample.</source>
        <translation>배치에서는 묻지 않습니다. 예측은 샘플 하나에 대한 것입니다.</translation>
    </message>
    <message>
        <source>In a layer with remedies this number is shown and not asked.</source>
        <translation>처방이 있는 층에서 이 수는 묻지 않고 보여 줍니다.</translation>
    </message>
    <message>
        <source>The numbers have changed: asked anew.</source>
        <translation>숫자가 바뀌어 새로 묻습니다.</translation>
    </message>
    <message>
        <source>What was asked is gone with the change. Press → to be asked again.</source>
        <translation>변경으로 문제가 사라졌습니다. → 키를 누르면 다시 묻습니다.</translation>
    </message>
    <message>
        <source>the other terms together</source>
        <translation>나머지 항의 합</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Scalar chain</source>
        <translation>스칼라 사슬</translation>
    </message>
    <message>
        <source>Four layers of one sigmoid unit. Every gradient is one product: the last factor of each layer is the next weight.</source>
        <translation>시그모이드 뉴런 하나짜리 층 네 개입니다. 모든 기울기는 하나의 곱이고, 층마다 마지막 인수가 다음 가중치입니다.</translation>
    </message>
    <message>
        <source>Mazur&apos;s 2–2–2 network</source>
        <translation>Mazur의 2–2–2 신경망</translation>
    </message>
    <message>
        <source>The best-known example worked by hand: two sigmoid layers with written weights, one sample. Compare each number.</source>
        <translation>손으로 푼 가장 잘 알려진 예제입니다. 가중치가 적힌 시그모이드 두 층과 샘플 하나입니다. 수를 하나하나 견주어 보세요.</translation>
    </message>
    <message>
        <source>Single neuron</source>
        <translation>뉴런 하나</translation>
    </message>
    <message>
        <source>One sigmoid unit with two inputs, the example of CS231n. The target makes ∂C/∂a = 1, so each gradient is a derivative of a.</source>
        <translation>입력이 둘인 시그모이드 뉴런 하나, CS231n의 예제입니다. 목표를 ∂C/∂a = 1이 되게 잡아서 기울기가 곧 a의 미분입니다.</translation>
    </message>
    <message>
        <source>First look</source>
        <translation>첫눈에</translation>
    </message>
    <message>
        <source>A small sigmoid network of five layers. Watch the gradient shrink on its way to the input, then try ReLU and He.</source>
        <translation>시그모이드 다섯 층의 작은 신경망입니다. 입력 쪽으로 갈수록 기울기가 줄어드는 것을 보고 ReLU와 He로 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Ten sigmoid layers</source>
        <translation>시그모이드 열 층</translation>
    </message>
    <message>
        <source>σ′ is never above ¼: the gradient loses more than half a decade in every layer.</source>
        <translation>σ′은 ¼을 넘지 않습니다. 기울기는 층마다 반 자리 넘게 줄어듭니다.</translation>
    </message>
    <message>
        <source>Ten ReLU layers, He</source>
        <translation>ReLU 열 층, He</translation>
    </message>
    <message>
        <source>The same depth with ReLU and He initialization: the gradient reaches the first layer at nearly its full size.</source>
        <translation>같은 깊이에 ReLU와 He 초기화입니다. 기울기가 거의 온전한 크기로 첫 층에 닿습니다.</translation>
    </message>
    <message>
        <source>Zero initialization</source>
        <translation>0 초기화</translation>
    </message>
    <message>
        <source>All weights 0: the factor Wᵀ makes every hidden gradient exactly 0, and only the output layer can take a first step.</source>
        <translation>가중치가 모두 0입니다. 인수 Wᵀ 때문에 은닉층의 기울기가 모두 정확히 0이 되고 출력층만 첫걸음을 뗍니다.</translation>
    </message>
    <message>
        <source>Constant initialization</source>
        <translation>상수 초기화</translation>
    </message>
    <message>
        <source>All weights equal: every unit of a layer has the same gradient and stays a copy of its neighbours.</source>
        <translation>가중치가 모두 같습니다. 한 층의 뉴런은 기울기가 모두 같아서 언제까지나 서로 똑같습니다.</translation>
    </message>
    <message>
        <source>Exploding tanh</source>
        <translation>폭주하는 tanh</translation>
    </message>
    <message>
        <source>Weights six times too large: tanh saturates, and still the gradient grows in every layer going back.</source>
        <translation>가중치가 여섯 배 큽니다. tanh가 포화하는데도 기울기는 거슬러 갈수록 층마다 커집니다.</translation>
    </message>
    <message>
        <source>Fifty layers × 64</source>
        <translation>쉰 층 × 64</translation>
    </message>
    <message>
        <source>Fifty tanh layers of 64 units: depth to try activations and initializations on.</source>
        <translation>뉴런 64개짜리 tanh 쉰 층입니다. 활성화와 초기화를 시험해 볼 깊이입니다.</translation>
    </message>
    <message>
        <source>Digits classifier</source>
        <translation>숫자 분류기</translation>
    </message>
    <message>
        <source>Handwritten digits, softmax and cross-entropy: real data, and an output gradient of a − y.</source>
        <translation>손글씨 숫자와 소프트맥스, 교차 엔트로피입니다. 실제 데이터이고 출력의 기울기는 a − y입니다.</translation>
    </message>
    <message>
        <source>Fifty layers, batch normalization</source>
        <translation>50층, 배치 정규화</translation>
    </message>
    <message>
        <source>Fifty sigmoid layers lose thirty decades of the gradient; normalized over the batch, every layer passes it on at nearly its full size.</source>
        <translation>시그모이드 50층은 기울기를 서른 자리 잃습니다. 배치로 정규화하면 층마다 거의 온전한 크기로 전합니다.</translation>
    </message>
    <message>
        <source>Residual stack</source>
        <translation>잔차 연결 쌓기</translation>
    </message>
    <message>
        <source>The same fifty sigmoid layers, each added to its input: the gradient has a way past f′ and Wᵀ and reaches the first layer.</source>
        <translation>같은 시그모이드 50층을 저마다 입력에 더합니다. 기울기가 f′과 Wᵀ를 지나치는 길로 첫 층까지 갑니다.</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>Presets</source>
        <translation>예제</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window cannot open; measure, sweep, train, trace, check, presets, schema and screenshot work without one.</source>
        <translation>화면이 없어(DISPLAY도 WAYLAND_DISPLAY도 없음) 창을 열 수 없습니다. measure, sweep, train, trace, check, presets, schema, screenshot은 화면 없이도 됩니다.</translation>
    </message>
    <message>
        <source>The display “{display}” does not answer, so the window cannot open; measure, sweep, train, trace, check, presets, schema and screenshot work without one.</source>
        <translation>화면 “{display}”: 응답이 없어 창을 열 수 없습니다. measure, sweep, train, trace, check, presets, schema, screenshot은 화면 없이도 됩니다.</translation>
    </message>
    <message>
        <source>Qt needs the system library {library} to open a window here. On Debian and Ubuntu: {command}</source>
        <translation>여기서 창을 열려면 Qt에 시스템 라이브러리가 필요합니다: {library}. 데비안과 우분투에서는: {command}</translation>
    </message>
    <message>
        <source>Qt cannot be loaded here: {reason}.</source>
        <translation>여기서는 Qt를 불러올 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>There is no folder “{folder}”.</source>
        <translation>“{folder}”: 그런 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>“{file}” is a folder.</source>
        <translation>“{file}”: 폴더입니다.</translation>
    </message>
    <message>
        <source>“{file}”: a picture is written as {suffix}, not as {other}.</source>
        <translation>“{file}”: 그림은 {suffix} 파일로 저장합니다. {other} 파일로는 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs targets from 0 to 1; sample {sample} has {value}.</source>
        <translation>이진 교차 엔트로피의 목표는 0에서 1 사이여야 합니다. 샘플 {sample}: {value}</translation>
    </message>
    <message>
        <source>Cross-entropy needs targets of at least 0; sample {sample} has {value}.</source>
        <translation>교차 엔트로피의 목표는 0 이상이어야 합니다. 샘플 {sample}: {value}</translation>
    </message>
    <message>
        <source>Cross-entropy needs targets that sum to 1; those of sample {sample} sum to {total}.</source>
        <translation>교차 엔트로피의 목표는 합이 1이어야 합니다. 샘플 {sample}의 합: {total}</translation>
    </message>
    <message>
        <source>Targets must be finite numbers.</source>
        <translation>목표는 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>The data have {columns} inputs; the network has {inputs}.</source>
        <translation>데이터의 입력은 {columns}개, 신경망의 입력은 {inputs}개입니다.</translation>
    </message>
    <message>
        <source>The data need at least one sample.</source>
        <translation>데이터에는 샘플이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>The data have {columns} targets; the last layer has {outputs} units.</source>
        <translation>데이터의 목표는 {columns}개, 마지막 층의 뉴런은 {outputs}개입니다.</translation>
    </message>
    <message>
        <source>Samples: {samples}; targets: {targets}. Each sample needs one.</source>
        <translation>샘플은 {samples}개, 목표는 {targets}개입니다. 샘플마다 목표가 하나씩 있어야 합니다.</translation>
    </message>
    <message>
        <source>LSUV in layer {layer} needs data to read.</source>
        <translation>{layer}층의 LSUV에는 읽을 데이터가 필요합니다.</translation>
    </message>
    <message>
        <source>The biases of layer {layer} must be a list of {rows} numbers.</source>
        <translation>{layer}층의 편향은 수 {rows}개의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>The weights of layer {layer} must be {rows} rows of {columns} numbers.</source>
        <translation>{layer}층의 가중치는 {rows}행 {columns}열의 수여야 합니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has a number that is not finite.</source>
        <translation>{layer}층에 유한하지 않은 수가 있습니다.</translation>
    </message>
    <message>
        <source>A network needs at least 1 input, not {inputs}.</source>
        <translation>신경망에는 입력이 1개 이상 있어야 합니다. 지금은 {inputs}개입니다.</translation>
    </message>
    <message>
        <source>{inputs} inputs are too many; the most is {maximum}.</source>
        <translation>입력 {inputs}개는 너무 많습니다. 최대 {maximum}개입니다.</translation>
    </message>
    <message>
        <source>A network needs at least one layer.</source>
        <translation>신경망에는 층이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>{layers} layers are too many; the most is {maximum}.</source>
        <translation>층 {layers}개는 너무 많습니다. 최대 {maximum}개입니다.</translation>
    </message>
    <message>
        <source>Layers {first} and {layer} have the same id {id}.</source>
        <translation>{first}층과 {layer}층의 id가 같습니다: {id}</translation>
    </message>
    <message>
        <source>The network has {count} weights and biases; the most is {maximum}.</source>
        <translation>신경망의 가중치와 편향이 {count}개입니다. 최대 {maximum}개입니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has {units} units; it needs at least 1.</source>
        <translation>{layer}층의 뉴런이 {units}개입니다. 1개 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has {units} units; the most is {maximum}.</source>
        <translation>{layer}층의 뉴런이 {units}개입니다. 최대 {maximum}개입니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has the id {id}; it must be 0 or more.</source>
        <translation>{layer}층의 id: {id}. 0 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>Softmax can only be the last layer, not layer {layer}.</source>
        <translation>소프트맥스는 마지막 층에서만 쓸 수 있고 {layer}층에서는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” draws weights; a bias cannot use it.</source>
        <translation>“{name}”: 가중치를 뽑는 초기화라서 편향에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The cost “{cost}” needs “{required}” as the last activation.</source>
        <translation>손실 함수 “{cost}”에는 마지막 활성화가 정해져 있습니다: “{required}”</translation>
    </message>
    <message>
        <source>The cost “{cost}” takes the last activation as it is: the last layer can have neither a residual connection nor dropout.</source>
        <translation>손실 함수 “{cost}”: 마지막 활성화를 그대로 받습니다. 마지막 층에는 잔차 연결도 드롭아웃도 둘 수 없습니다.</translation>
    </message>
    <message>
        <source>“{mode}” is no mode: it is “train” or “evaluate”.</source>
        <translation>“{mode}”: 그런 모드는 없습니다. “train”이나 “evaluate”여야 합니다.</translation>
    </message>
    <message>
        <source>&quot;{choice}&quot; has no option &quot;{option}&quot;.</source>
        <translation>“{choice}”: 그런 설정은 없습니다(“{option}”).</translation>
    </message>
    <message>
        <source>“{option}” must be a number.</source>
        <translation>“{option}”: 수여야 합니다.</translation>
    </message>
    <message>
        <source>“{option}” must be a finite number.</source>
        <translation>“{option}”: 유한한 수여야 합니다.</translation>
    </message>
    <message>
        <source>“{option}” must be a whole number.</source>
        <translation>“{option}”: 정수여야 합니다.</translation>
    </message>
    <message>
        <source>“{option}” is {value}; it must lie between {minimum} and {maximum}.</source>
        <translation>“{option}” = {value}: {minimum} ~ {maximum} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>“{text}” names no parameter; write w:LAYER:J:K for a weight, b:LAYER:J for a bias, and gamma:LAYER:J or beta:LAYER:J for the γ or β of a normalization.</source>
        <translation>“{text}”: 매개변수 이름이 아닙니다. 가중치는 w:층:J:K, 편향은 b:층:J, 정규화의 γ와 β는 gamma:층:J와 beta:층:J로 적으세요.</translation>
    </message>
    <message>
        <source>There is no layer {layer}; the network has layers 1 to {layers}.</source>
        <translation>{layer}층: 없는 층입니다. 신경망의 층은 1–{layers}입니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has no {symbol}.</source>
        <translation>{layer}층에 없는 매개변수입니다: {symbol}.</translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit}; it has units 1 to {units}.</source>
        <translation>{layer}층에 뉴런 {unit}: 없는 번호입니다. 뉴런은 1–{units}입니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has no input {source}; it takes inputs 1 to {inputs}.</source>
        <translation>{layer}층에 입력 {source}: 없는 번호입니다. 입력은 1–{inputs}입니다.</translation>
    </message>
    <message>
        <source>There is no sample {sample}; the data have samples 1 to {samples}.</source>
        <translation>샘플 {sample}: 없는 번호입니다. 데이터의 샘플은 1–{samples}입니다.</translation>
    </message>
    <message>
        <source>{number} paths cannot be listed; ask for 1 to {maximum}.</source>
        <translation>경로 {number}개는 늘어놓을 수 없습니다. 1 ~ {maximum} 사이로 정하세요.</translation>
    </message>
    <message>
        <source>A layer&apos;s id must lie between 1 and {maximum}.</source>
        <translation>층의 id는 1 ~ {maximum} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>There is no “{name}” here. There are: {names}.</source>
        <translation>“{name}”: 여기에는 없습니다. 있는 것: {names}</translation>
    </message>
    <message>
        <source>This row has {count} numbers; the first has {expected}.</source>
        <translation>이 행에는 수가 {count}개, 첫 행에는 {expected}개 있습니다.</translation>
    </message>
    <message>
        <source>Cross-entropy over one softmax unit is always certain; two classes need 2 output units here.</source>
        <translation>소프트맥스 뉴런이 하나면 언제나 확실합니다. 두 종류에는 출력 뉴런 2개가 필요합니다.</translation>
    </message>
    <message>
        <source>The data have two classes: the last layer needs 2 units, or 1, and has {units}.</source>
        <translation>데이터가 두 종류라 마지막 층에는 뉴런이 2개나 1개여야 합니다. 지금은 {units}개입니다.</translation>
    </message>
    <message>
        <source>The data have {classes} classes: the last layer needs {classes} units and has {units}.</source>
        <translation>데이터가 {classes}종류라 마지막 층에는 뉴런이 {classes}개여야 합니다. 지금은 {units}개입니다.</translation>
    </message>
    <message>
        <source>The data “{data}” have {inputs} inputs; that is fixed.</source>
        <translation>데이터 “{data}”: 입력이 {inputs}개로 정해져 있습니다.</translation>
    </message>
    <message>
        <source>The data “{data}” have two classes: the last layer has 1 or 2 units.</source>
        <translation>데이터 “{data}”: 두 종류라 마지막 층의 뉴런은 1개나 2개입니다.</translation>
    </message>
    <message>
        <source>The data “{data}” have {classes} classes: the last layer has {classes} units.</source>
        <translation>데이터 “{data}”: {classes}종류라 마지막 층의 뉴런은 {classes}개입니다.</translation>
    </message>
    <message>
        <source>The data set “{name}” needs scikit-learn. Install it with: {command}</source>
        <translation>데이터 “{name}”에는 scikit-learn이 필요합니다. 설치 명령: {command}</translation>
    </message>
    <message>
        <source>The brackets in this file are nested too deeply.</source>
        <translation>이 파일의 괄호가 너무 깊이 겹쳐 있습니다.</translation>
    </message>
    <message>
        <source>The file is larger than {maximum} MB, more than is read.</source>
        <translation>파일이 {maximum} MB보다 커서 읽지 않습니다.</translation>
    </message>
    <message>
        <source>The file is UTF-16 text; a project is saved as UTF-8.</source>
        <translation>UTF-16 파일입니다. 프로젝트는 UTF-8로 저장합니다.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>빈 파일입니다.</translation>
    </message>
    <message>
        <source>The file is binary, not a project: a project is UTF-8 text.</source>
        <translation>이진 파일이라 프로젝트가 아닙니다. 프로젝트는 UTF-8 글입니다.</translation>
    </message>
    <message>
        <source>This is not a GradSim project: “format” says otherwise.</source>
        <translation>GradSim 프로젝트가 아닙니다. “format”의 값이 다릅니다.</translation>
    </message>
    <message>
        <source>The version must be a whole number from 1 on.</source>
        <translation>버전은 1 이상의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>The file has version {version}; this GradSim reads up to {known}. A newer GradSim opens it.</source>
        <translation>파일의 버전은 {version}, 이 GradSim이 읽는 버전은 {known} 이하입니다. 더 새로운 GradSim으로 여세요.</translation>
    </message>
    <message>
        <source>These samples are {count} numbers; at most {maximum} can be typed. Take fewer samples first.</source>
        <translation>이 샘플은 수가 {count}개입니다. 직접 입력은 최대 {maximum}개입니다. 먼저 샘플을 줄이세요.</translation>
    </message>
    <message>
        <source>There is no row {sample} with a column {column} in the samples.</source>
        <translation>샘플에 {sample}행 {column}열은 없습니다.</translation>
    </message>
    <message>
        <source>The initializer “{initializer}” has no gain.</source>
        <translation>초기화 “{initializer}”: 게인이 없습니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has typed numbers; redraw it before choosing how it is drawn.</source>
        <translation>{layer}층에는 입력한 수가 있습니다. 먼저 다시 뽑은 다음 초기화를 고르세요.</translation>
    </message>
    <message>
        <source>There is nothing to paste.</source>
        <translation>붙여 넣을 것이 없습니다.</translation>
    </message>
    <message>
        <source>Row {row} has {count} cells; row 1 has {expected}.</source>
        <translation>{row}행은 {count}칸, 1행은 {expected}칸입니다.</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{cell}” is no number.</source>
        <translation>{row}행 {column}열: 수가 아닙니다(“{cell}”).</translation>
    </message>
    <message>
        <source>Row {row}, column {column}: “{cell}” is no finite number.</source>
        <translation>{row}행 {column}열: 유한한 수가 아닙니다(“{cell}”).</translation>
    </message>
    <message>
        <source>{height} × {width} cells do not fit here: from this cell on there is room for {rows} × {columns}.</source>
        <translation>{height} × {width}칸은 여기에 들어가지 않습니다. 이 칸부터는 {rows} × {columns}칸뿐입니다.</translation>
    </message>
    <message>
        <source>There is no number {number} here: they go from 1 to {count}.</source>
        <translation>{number}: 없는 번호입니다. 1–{count}번 있습니다.</translation>
    </message>
    <message>
        <source>There is no sample {sample}: they go from 1 to {samples}.</source>
        <translation>샘플 {sample}: 없는 번호입니다. 1–{samples}번 있습니다.</translation>
    </message>
    <message>
        <source>“{file}” is not an ordinary file.</source>
        <translation>“{file}”: 보통 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>There is no file “{file}”.</source>
        <translation>“{file}”: 그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>There is no permission to read “{file}”.</source>
        <translation>“{file}”: 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {reason}.</source>
        <translation>“{file}”: 읽을 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>The file is in use by another program, or write-protected. Close it there, or choose another name.</source>
        <translation>파일을 다른 프로그램에서 쓰고 있거나 쓰기가 금지되어 있습니다. 그 프로그램에서 파일을 닫거나 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>There is no permission to write in “{folder}”.</source>
        <translation>다음 폴더에 쓸 권한이 없습니다: “{folder}”.</translation>
    </message>
    <message>
        <source>No file is named.</source>
        <translation>파일 이름이 없습니다.</translation>
    </message>
    <message>
        <source>The file cannot be written: {reason}.</source>
        <translation>파일에 쓸 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The file is read-only; save under another name.</source>
        <translation>읽기 전용 파일입니다. 다른 이름으로 저장하세요.</translation>
    </message>
    <message>
        <source>{samples} samples through {units} units make {values} activations; at most {maximum} are held. Take fewer samples or smaller layers.</source>
        <translation>샘플 {samples}개가 뉴런 {units}개를 지나면 활성값이 {values}개입니다. 최대 {maximum}개까지 담습니다. 샘플을 줄이거나 층을 작게 하세요.</translation>
    </message>
    <message>
        <source>The data have {samples} samples; they need from 1 to {maximum}.</source>
        <translation>데이터의 샘플이 {samples}개입니다. 1–{maximum}개여야 합니다.</translation>
    </message>
    <message>
        <source>No layer has the id {id}.</source>
        <translation>id가 {id}인 층은 없습니다.</translation>
    </message>
    <message>
        <source>Two layers carry the id {id}.</source>
        <translation>두 층의 id가 같습니다: {id}</translation>
    </message>
    <message>
        <source>There is no preset “{name}”. The presets are: {names}.</source>
        <translation>“{name}”: 그런 예제은 없습니다. 예제: {names}</translation>
    </message>
    <message>
        <source>“{field}” is missing here.</source>
        <translation>“{field}”: 여기에 빠져 있습니다.</translation>
    </message>
    <message>
        <source>“{field}” is not known here.</source>
        <translation>“{field}”: 여기에 쓸 수 없는 이름입니다.</translation>
    </message>
    <message>
        <source>This must be a whole number.</source>
        <translation>정수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be a number.</source>
        <translation>수여야 합니다.</translation>
    </message>
    <message>
        <source>This must be text in quotation marks.</source>
        <translation>따옴표로 묶은 글이어야 합니다.</translation>
    </message>
    <message>
        <source>This must be a list in square brackets.</source>
        <translation>대괄호로 묶은 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>This must be an object in curly brackets.</source>
        <translation>중괄호로 묶은 객체여야 합니다.</translation>
    </message>
    <message>
        <source>This cannot stand here.</source>
        <translation>여기에 올 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>This number is beyond the range of floating point.</source>
        <translation>부동소수점의 범위를 벗어난 수입니다.</translation>
    </message>
    <message>
        <source>This number is too small for floating point and would be 0.</source>
        <translation>이 수는 부동소수점으로 나타내기에 너무 작아 0이 됩니다.</translation>
    </message>
    <message>
        <source>The file holds half a character, which is no text: line {line}, column {column}.</source>
        <translation>파일의 {line}행 {column}열에 글자가 아닌 반쪽 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The file ends in the middle: part of it is missing.</source>
        <translation>파일이 중간에서 끝납니다. 일부가 없습니다.</translation>
    </message>
    <message>
        <source>This is not JSON: line {line}, column {column} is wrong.</source>
        <translation>JSON이 아닙니다. {line}행 {column}열이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>The title holds half a character, which is no text.</source>
        <translation>제목에 글자가 아닌 반쪽 문자가 있습니다.</translation>
    </message>
    <message>
        <source>The title has {length} characters; at most {maximum} are kept.</source>
        <translation>제목이 {length}자입니다. 최대 {maximum}자입니다.</translation>
    </message>
    <message>
        <source>The seed must lie between 0 and {maximum}.</source>
        <translation>시드는 0 ~ {maximum} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The weights are {rows} × {columns}; this layer needs {units} × {inputs} (its units × its inputs).</source>
        <translation>가중치가 {rows} × {columns}입니다. 이 층에는 {units} × {inputs}(뉴런 × 입력)이 필요합니다.</translation>
    </message>
    <message>
        <source>A number must be finite: NaN and infinity are not.</source>
        <translation>수는 유한해야 합니다. NaN과 무한대는 안 됩니다.</translation>
    </message>
    <message>
        <source>There is no data set “{name}”. The data sets are: {names}.</source>
        <translation>“{name}”: 그런 데이터는 없습니다. 데이터: {names}</translation>
    </message>
    <message>
        <source>Only the data set “inline” has rows; “{name}” makes its own.</source>
        <translation>행은 데이터 “inline”에만 적습니다. “{name}”의 행은 저절로 만들어집니다.</translation>
    </message>
    <message>
        <source>Entries: {entries}; layers: {layers}. Each layer has one, null where it is drawn.</source>
        <translation>층 {layers}개에 항목이 {entries}개입니다. 층마다 하나씩이고, 뽑는 층은 null입니다.</translation>
    </message>
    <message>
        <source>Biases: {count}; units of this layer: {units}.</source>
        <translation>편향은 {count}개, 이 층의 뉴런은 {units}개입니다.</translation>
    </message>
    <message>
        <source>Rows of inputs: {inputs}; rows of targets: {targets}. Each sample has one of both.</source>
        <translation>목표는 {targets}행, 입력은 {inputs}행입니다. 샘플마다 둘 다 한 행씩입니다.</translation>
    </message>
    <message>
        <source>Typed samples need at least one row here.</source>
        <translation>직접 입력한 샘플에는 행이 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>The data “{data}” have {inputs} inputs; the network takes {taken}.</source>
        <translation>데이터 “{data}”의 입력은 {inputs}개, 신경망의 입력은 {taken}개입니다.</translation>
    </message>
    <message>
        <source>Cross-entropy over one softmax unit is always certain; it needs 2 units or more.</source>
        <translation>소프트맥스 뉴런이 하나면 언제나 확실합니다. 뉴런이 2개 이상 필요합니다.</translation>
    </message>
    <message>
        <source>This row has {count} numbers; the network has {width} inputs.</source>
        <translation>이 행에는 수가 {count}개, 신경망의 입력은 {width}개입니다.</translation>
    </message>
    <message>
        <source>This row has {count} targets; the last layer has {width} units.</source>
        <translation>이 행에는 목표가 {count}개, 마지막 층의 뉴런은 {width}개입니다.</translation>
    </message>
    <message>
        <source>The picture “{file}” could not be written.</source>
        <translation>그림을 쓰지 못했습니다: “{file}”</translation>
    </message>
    <message>
        <source>The forward pass overflows in layer {layer}: nothing to check.</source>
        <translation>{layer}층: 순전파가 오버플로되어 검사할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The cost left the range of floating point: nothing to check.</source>
        <translation>손실이 부동소수점의 범위를 벗어나 검사할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is written here; a number is needed.</source>
        <translation>비어 있습니다. 수가 필요합니다.</translation>
    </message>
    <message>
        <source>“{text}” is not a finite number; one is needed here.</source>
        <translation>“{text}”: 유한한 수가 아닙니다. 여기에는 유한한 수가 필요합니다.</translation>
    </message>
    <message>
        <source>“{text}” has a comma; write {plain} for thousands, {point} for a decimal point.</source>
        <translation>“{text}”: 쉼표가 있습니다. 천 단위라면 {plain}, 소수라면 {point} 같이 적으세요.</translation>
    </message>
    <message>
        <source>“{text}” has a comma; write a decimal point: {point}</source>
        <translation>“{text}”: 쉼표가 있습니다. 소수점으로 적으세요: {point}</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”: 수가 아닙니다.</translation>
    </message>
    <message>
        <source>“{text}” is too large for a 64-bit number.</source>
        <translation>“{text}”: 64비트 수로는 너무 큽니다.</translation>
    </message>
    <message>
        <source>“{text}” is too small for a 64-bit number, which would be 0.</source>
        <translation>“{text}”: 64비트 수로는 너무 작아 0이 됩니다.</translation>
    </message>
    <message>
        <source>{value} is not a whole number.</source>
        <translation>{value}: 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>The clipboard holds no text to paste.</source>
        <translation>클립보드에 붙여 넣을 글이 없습니다.</translation>
    </message>
    <message>
        <source>The clipboard holds no table of cells.</source>
        <translation>클립보드에 표가 없습니다.</translation>
    </message>
    <message>
        <source>Row {row} of the pasted block has {found} cells, but the first row has {expected}. Nothing was pasted.</source>
        <translation>붙여 넣을 표의 {row}행은 {found}칸, 첫 행은 {expected}칸입니다. 아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>“{text}” can be read as one number or as several cells. Write a number without commas, with a point before its decimals; part cells by a comma and a blank: {cells}. Nothing was pasted.</source>
        <translation>“{text}”은(는) 숫자 하나로도, 여러 칸으로도 읽을 수 있습니다. 숫자는 쉼표 없이 소수점만 써서 적고, 칸은 쉼표와 빈칸으로 나누세요: {cells}. 아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>One pasted cell holds no number; nothing was pasted.</source>
        <translation>붙여 넣을 칸 하나에 수가 없습니다. 아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} pasted cells hold no number; nothing was pasted.</source>
        <translation>붙여 넣을 칸 {count}개에 수가 없습니다. 아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>{height} × {width} cells do not fit: from this cell on there is room for {rows} × {columns}. Nothing was pasted.</source>
        <translation>{height} × {width}칸은 들어가지 않습니다. 이 칸부터는 {rows} × {columns}칸뿐입니다. 아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>Rows pasted below the last sample need all {columns} columns. Nothing was pasted.</source>
        <translation>마지막 샘플 아래에 붙여 넣는 행에는 {columns}열이 모두 있어야 합니다. 아무것도 붙여 넣지 않았습니다.</translation>
    </message>
    <message>
        <source>There is no file “{file}”. Did you mean the command “{command}”?</source>
        <translation>“{file}”: 그런 파일이 없습니다. 혹시 이 명령인가요: “{command}”</translation>
    </message>
    <message>
        <source>The forward pass overflowed in layer {layer}: no Jacobian beyond it.</source>
        <translation>{layer}층에서 순전파가 넘쳤습니다. 그 뒤의 야코비 행렬은 없습니다.</translation>
    </message>
    <message>
        <source>The step size η must be a number above 0.</source>
        <translation>학습률 η는 0보다 큰 수여야 합니다.</translation>
    </message>
    <message>
        <source>The step size η is too large to compute with.</source>
        <translation>학습률 η가 너무 커서 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>A script holds every number of the network and the data; {count} are too many, the most is {maximum}. HTML and PDF abridge large matrices instead.</source>
        <translation>스크립트에는 신경망과 데이터의 수가 모두 들어갑니다. {count}개는 너무 많고, 최대는 {maximum}개입니다. HTML과 PDF는 큰 행렬을 줄여서 적습니다.</translation>
    </message>
    <message>
        <source>A script compares every number of the walk; {count} are too many, the most is {maximum}. Choose one sample, or one parameter.</source>
        <translation>스크립트는 단계의 모든 수를 비교합니다. {count}개는 너무 많고, 최대는 {maximum}개입니다. 샘플 하나나 매개변수 하나를 고르세요.</translation>
    </message>
    <message>
        <source>The cost lies beyond every float; a script of plain floats cannot recompute it.</source>
        <translation>손실이 부동소수점 범위를 벗어나 스크립트로는 다시 계산할 수 없습니다.</translation>
    </message>
    <message>
        <source>In layer {layer} a number lies beyond every float; a script of plain floats cannot recompute it.</source>
        <translation>부동소수점 범위를 벗어난 수가 있어 스크립트로는 다시 계산할 수 없습니다. 층: {layer}</translation>
    </message>
    <message>
        <source>An ensemble has from 1 to {maximum} seeds, not {seeds}.</source>
        <translation>앙상블의 시드는 1개에서 {maximum}개까지입니다. 지금은 {seeds}개입니다.</translation>
    </message>
    <message>
        <source>Of {samples} samples {aside} would be kept aside: none is left.</source>
        <translation>샘플 {samples}개 가운데 {aside}개를 따로 두면 남는 샘플이 없습니다.</translation>
    </message>
    <message>
        <source>Of {samples} samples in batches of {batch} one is left over, and batch normalization in layer {layer} finds no spread in one sample. Choose another batch.</source>
        <translation>샘플 {samples}개를 {batch}개씩 배치로 나누면 하나가 남는데, {layer}층의 배치 정규화는 샘플 하나에서 퍼짐을 얻을 수 없습니다. 다른 배치 크기를 고르십시오.</translation>
    </message>
    <message>
        <source>A batch of one sample has no spread, which batch normalization in layer {layer} needs. Choose a larger batch.</source>
        <translation>샘플 하나짜리 배치에는 퍼짐이 없어 {layer}층의 배치 정규화를 할 수 없습니다. 더 큰 배치를 고르십시오.</translation>
    </message>
    <message>
        <source>Gradients are clipped to {value}; that must be a number above 0.</source>
        <translation>기울기를 자르는 한계가 {value}입니다. 0보다 큰 수여야 합니다.</translation>
    </message>
    <message>
        <source>A batch needs at least one sample.</source>
        <translation>배치에는 샘플이 하나 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>The warm-up cannot last fewer than 0 steps.</source>
        <translation>예열 걸음 수는 0 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>“{name}” is not known as “{kind}”.</source>
        <translation>“{kind}”: “{name}” 같은 것은 없습니다.</translation>
    </message>
    <message>
        <source>{value} cannot stand here: a number from {least} on can.</source>
        <translation>{value}: 쓸 수 없는 값입니다. {least} 이상의 수를 쓰세요.</translation>
    </message>
    <message>
        <source>{value} cannot stand here: a number from {least} to {most} can.</source>
        <translation>{value}: 쓸 수 없는 값입니다. {least}부터 {most}까지의 수를 쓰세요.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {maximum} MB.</source>
        <translation>“{file}”: {maximum} MB보다 큽니다.</translation>
    </message>
    <message>
        <source>“{file}” is no text in UTF-8. A spreadsheet writes that as “CSV UTF-8”.</source>
        <translation>“{file}”: UTF-8 글이 아닙니다. 스프레드시트에서는 “CSV UTF-8”로 저장하면 됩니다.</translation>
    </message>
    <message>
        <source>Cells in line {line} of “{file}”: {found}; in the first: {expected}.</source>
        <translation>“{file}”의 {line}번째 줄에는 칸이 {found}개, 첫 줄에는 {expected}개 있습니다.</translation>
    </message>
    <message>
        <source>A quotation mark (&quot;) in line {line} of “{file}” is not closed.</source>
        <translation>“{file}”의 {line}번째 줄에서 연 따옴표(&quot;)가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>“{file}” has decimal commas (line {line}: {comma}) and decimal points (line {other}: {point}). Write a decimal point in every number.</source>
        <translation>“{file}”에 소수 쉼표({line}번째 줄: {comma})와 소수점({other}번째 줄: {point})이 섞여 있습니다. 모든 숫자에 소수점을 쓰세요.</translation>
    </message>
    <message>
        <source>“{file}” has {count} cells; at most {maximum} can stand in a project.</source>
        <translation>“{file}”에는 칸이 {count}개 있습니다. 프로젝트에는 {maximum}개까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>“{file}” has {count} rows; at most {maximum} samples can be imported.</source>
        <translation>“{file}”에는 행이 {count}개 있습니다. 샘플은 최대 {maximum}개까지 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>“{file}” holds no table.</source>
        <translation>“{file}”: 표가 아닙니다.</translation>
    </message>
    <message>
        <source>“{file}” holds Python objects, which are not read from files; save plain arrays of numbers.</source>
        <translation>“{file}”: 파이썬 객체가 들어 있습니다. 파일에서 객체는 읽지 않으니 숫자로만 된 배열로 저장하세요.</translation>
    </message>
    <message>
        <source>The table has no row of samples.</source>
        <translation>표에 샘플 행이 없습니다.</translation>
    </message>
    <message>
        <source>Choose at least one column as target.</source>
        <translation>목표값으로 쓸 열을 하나 이상 고르십시오.</translation>
    </message>
    <message>
        <source>At least one column must stay an input.</source>
        <translation>입력으로 남는 열이 하나는 있어야 합니다.</translation>
    </message>
    <message>
        <source>These samples are {count} numbers; at most {maximum} can stand in a project.</source>
        <translation>이 샘플의 수는 모두 {count}개입니다. 프로젝트에는 {maximum}개까지 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}”: the cell is empty.</source>
        <translation>{line}번째 줄, “{column}” 열: 칸이 비었습니다.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}”: “{cell}” is no finite number.</source>
        <translation>{line}번째 줄, “{column}” 열: “{cell}” 값은 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}”: “{cell}” is too small for a 64-bit number, which would be 0.</source>
        <translation>{line}번째 줄, “{column}” 열: “{cell}” 값은 64비트 수로 나타내기에 너무 작아 0이 됩니다.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}”: “{cell}” has a comma. Write a decimal point, and nothing between thousands.</source>
        <translation>{line}번째 줄, “{column}” 열: “{cell}”에 쉼표가 있습니다. 소수점을 쓰고, 천 단위에는 아무것도 넣지 마세요.</translation>
    </message>
    <message>
        <source>{count} inputs are too many; at most {maximum} can be.</source>
        <translation>입력이 {count}개입니다. {maximum}개까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Classes stand in one column.</source>
        <translation>분류는 한 열에 있어야 합니다.</translation>
    </message>
    <message>
        <source>Line {line}, column “{column}”: “{cell}” stands for a missing class.</source>
        <translation>{line}번째 줄, “{column}” 열: “{cell}”: 빠진 클래스를 뜻합니다.</translation>
    </message>
    <message>
        <source>The column has {count} different classes; it needs 2 to {maximum}.</source>
        <translation>이 열의 분류는 {count}가지입니다. 2가지에서 {maximum}가지까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>“{file}” holds a run of another project or plan. Give the same ones, or another file.</source>
        <translation>“{file}”: 다른 프로젝트나 다른 계획의 학습 기록입니다. 같은 것을 주거나 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>“{file}” holds no run, or is damaged.</source>
        <translation>“{file}”: 학습 기록이 아니거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>{count} cells could not be computed: {reason}</source>
        <translation>칸 {count}개를 계산하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>폴더 “{folder}”: 만들 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>A cluster needs Dask: python -m pip install {package}</source>
        <translation>클러스터에는 Dask가 필요합니다: python -m pip install {package}</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at “{address}”; one is started with the command dask scheduler.</source>
        <translation>“{address}” 주소에서 Dask 스케줄러가 응답하지 않습니다. dask scheduler 명령으로 시작합니다.</translation>
    </message>
    <message>
        <source>The Dask scheduler at “{address}” is gone.</source>
        <translation>“{address}” 주소의 Dask 스케줄러가 사라졌습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for a network of this size.</source>
        <translation>이 크기의 신경망에는 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>A sweep has at most {maximum} cells; these axes make {cells}.</source>
        <translation>한 번에 훑을 수 있는 칸은 {maximum}개까지입니다. 이 축들은 {cells}개를 만듭니다.</translation>
    </message>
    <message>
        <source>“{file}” is being written by another sweep just now.</source>
        <translation>“{file}” 파일에 지금 다른 계산이 결과를 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>“{file}” is damaged in line {line}; remove it or choose another folder.</source>
        <translation>“{file}” 파일의 {line}번째 줄이 손상되었습니다. 파일을 지우거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>“{file}” holds another sweep and is left as it is; choose another folder.</source>
        <translation>“{file}” 파일에는 다른 계산 결과가 들어 있어 그대로 두었습니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>“{file}” is no results file of a sweep and is left as it is; choose another folder.</source>
        <translation>“{file}” 파일은 이 프로그램의 결과 파일이 아니어서 그대로 두었습니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {reason}.</source>
        <translation>“{file}” 파일을 쓸 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>With {count} parameters one seed is drawn; several ask for at most {maximum}.</source>
        <translation>매개변수가 {count}개이므로 시드 하나만 그립니다. 여러 시드는 매개변수 {maximum}개까지 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The process that computed this ended before it was done.</source>
        <translation>이것을 계산하던 프로세스가 마치기 전에 종료되었습니다.</translation>
    </message>
    <message>
        <source>Cell {cell} could not be computed: {reason}</source>
        <translation>칸 {cell}: 계산하지 못했습니다. {reason}</translation>
    </message>
    <message>
        <source>Layer {layer} has a remedy; Ω holds the gradient between plain layers only.</source>
        <translation>{layer}층에 처방이 있습니다. Ω는 처방 없는 층 사이에서만 기울기를 붙듭니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has a remedy. Hardware fuses the operations of remedies in different ways, so what a format leaves of its gradient is not known here.</source>
        <translation>{layer}층에 처방이 있습니다. 하드웨어마다 처방의 연산을 다르게 묶으므로, 수 형식이 이 층의 기울기에서 무엇을 남기는지는 여기에서 알 수 없습니다.</translation>
    </message>
    <message>
        <source>A softmax layer is the output as it is; it takes no “{name}”.</source>
        <translation>소프트맥스 층은 그대로 출력이어서 다음을 둘 수 없습니다: “{name}”.</translation>
    </message>
    <message>
        <source>Layer {layer} has a dropout of {rate}; it must be at least 0 and below 1.</source>
        <translation>{layer}층의 드롭아웃이 {rate}입니다. 0 이상 1 미만이어야 합니다.</translation>
    </message>
    <message>
        <source>Batch normalization in layer {layer} ties the samples of the batch together, so no sample has a gradient of its own. In evaluation each has one.</source>
        <translation>{layer}층의 배치 정규화가 배치의 샘플을 서로 얽으므로, 샘플마다의 기울기가 따로 없습니다. 평가 모드에서는 샘플마다 있습니다.</translation>
    </message>
    <message>
        <source>“{name}” of layer {layer} must be a list of {units} numbers.</source>
        <translation>{layer}층의 “{name}”: 수 {units}개의 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>“{name}” of layer {layer} holds a number that it cannot be.</source>
        <translation>{layer}층의 “{name}”: 가질 수 없는 수가 있습니다.</translation>
    </message>
    <message>
        <source>Batch normalization in layer {layer} takes its mean and variance from the batch, and one sample has no spread. Look at the whole batch, or switch to evaluation.</source>
        <translation>{layer}층의 배치 정규화는 평균과 분산을 배치에서 얻는데, 샘플 하나에는 퍼짐이 없습니다. 배치 전체를 보거나 평가 모드로 바꾸십시오.</translation>
    </message>
    <message>
        <source>“{form}” is no form of a residual connection: it is “pre” or “post”.</source>
        <translation>“{form}”: 그런 꼴의 잔차 연결은 없습니다. “pre”나 “post”여야 합니다.</translation>
    </message>
    <message>
        <source>The residual connection of layer {layer} is scaled by {scale}; that must be a number between −{limit} and {limit}.</source>
        <translation>{layer}층의 잔차 연결 배율이 {scale}입니다. −{limit} 이상 {limit} 이하의 수여야 합니다.</translation>
    </message>
    <message>
        <source>These cells are no column: a row holds several.</source>
        <translation>이 칸들은 한 열이 아닙니다. 한 행에 칸이 여럿 있습니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has no normalization with a “{name}” of its own.</source>
        <translation>{layer}층에는 이 수를 가진 정규화가 없습니다: “{name}”.</translation>
    </message>
    <message>
        <source>“{file}”: {reason}</source>
        <translation>“{file}”: {reason}</translation>
    </message>
    <message>
        <source>This network has {inputs} inputs and {outputs} outputs; the data of the race go with {given} inputs and {wanted} outputs.</source>
        <translation>이 신경망의 입력은 {inputs}개, 출력은 {outputs}개입니다. 경주의 데이터에는 입력 {given}개, 출력 {wanted}개가 맞습니다.</translation>
    </message>
    <message>
        <source>Four networks are in the race already. Take one out of it first.</source>
        <translation>경주에 이미 신경망이 네 개 있습니다. 먼저 하나를 빼세요.</translation>
    </message>
    <message>
        <source>This network is in the race already, as racer {racer}.</source>
        <translation>이 신경망은 이미 경주에 있습니다: 주자 {racer}.</translation>
    </message>
    <message>
        <source>There is no activation called “{name}”. There are: {names}.</source>
        <translation>“{name}”: 그런 활성화 함수는 없습니다. 있는 것: {names}</translation>
    </message>
    <message>
        <source>There is no cost called “{name}”. There are: {names}.</source>
        <translation>“{name}”: 그런 손실 함수는 없습니다. 있는 것: {names}</translation>
    </message>
    <message>
        <source>There is no initializer called “{name}”. There are: {names}.</source>
        <translation>“{name}”: 그런 초기화는 없습니다. 있는 것: {names}</translation>
    </message>
    <message>
        <source>There is no normalization called “{name}”. There are: {names}.</source>
        <translation>“{name}”: 그런 이름의 정규화가 없습니다. 있는 것: {names}</translation>
    </message>
    <message>
        <source>{first} and {second} are one file, “{file}”; give each a name of its own.</source>
        <translation>{first}, {second}: 같은 파일 “{file}”입니다. 저마다 다른 이름을 주세요.</translation>
    </message>
    <message>
        <source>“{file}” stands at step {taken}, beyond the {steps} of --steps, which counts the whole run. Give {taken} or more, or another file.</source>
        <translation>“{file}”: {taken}단계까지 와 있어, 전체 단계 수인 --steps의 {steps}보다 많습니다. {taken} 이상을 주거나 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>“{file}” holds no table, but an array of more than two dimensions. Flatten it to one row per sample first: x.reshape(len(x), -1).</source>
        <translation>“{file}”에는 표가 없고 3차원 이상의 배열만 있습니다. 먼저 샘플마다 한 행이 되도록 펼치세요: x.reshape(len(x), -1).</translation>
    </message>
    <message>
        <source>“{file}” holds no table, but an array of neither real numbers nor text.</source>
        <translation>“{file}”에는 표가 없고, 실수도 글자도 아닌 배열만 있습니다.</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>layer {layer}: {symbol}</source>
        <translation>{layer}층: {symbol}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>lost to underflow</source>
        <translation>언더플로로 잃음</translation>
    </message>
    <message>
        <source>infinite (overflow)</source>
        <translation>무한대(오버플로)</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>batch of {samples}</source>
        <translation>{samples}개 배치</translation>
    </message>
    <message>
        <source>sample {sample}</source>
        <translation>샘플 {sample}</translation>
    </message>
    <message>
        <source>The mean of a² over samples and units: how large the signal of a layer is.</source>
        <translation>샘플과 뉴런에 걸친 a²의 평균: 한 층의 신호가 얼마나 큰지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>The layers have different numbers of entries: RMS compares them fairly.</source>
        <translation>층마다 원소 수가 다릅니다. RMS로 견주는 것이 공평합니다.</translation>
    </message>
    <message>
        <source>The runs have different numbers of entries: RMS compares them fairly.</source>
        <translation>실행마다 원소 수가 다릅니다. RMS로 견주는 것이 공평합니다.</translation>
    </message>
    <message>
        <source>Gradient per layer</source>
        <translation>층별 기울기</translation>
    </message>
    <message>
        <source>float limits</source>
        <translation>float 한계</translation>
    </message>
    <message>
        <source>Mark where float16, float32 and float64 would lose these magnitudes</source>
        <translation>float16, float32, float64가 이 크기를 잃는 곳을 표시합니다</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>신호</translation>
    </message>
    <message>
        <source>Plot of the signal, E a²</source>
        <translation>신호 E a²의 그래프</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Table of every statistic</source>
        <translation>모든 통계 표</translation>
    </message>
    <message>
        <source>Use RMS</source>
        <translation>RMS 쓰기</translation>
    </message>
    <message>
        <source>Compare the layers by RMS</source>
        <translation>RMS로 층 견주기</translation>
    </message>
</context>
<context>
    <name>ProfilePlot</name>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>underflow</source>
        <translation>언더플로</translation>
    </message>
    <message>
        <source>∞ overflow</source>
        <translation>∞ 오버플로</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
</context>
<context>
    <name>ProfileView</name>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>지금과 같음</translation>
    </message>
    <message>
        <source>Gradient per layer</source>
        <translation>층별 기울기</translation>
    </message>
    <message>
        <source>Arrow keys read the magnitude layer by layer, Enter selects the layer</source>
        <translation>화살표 키로 층마다 크기를 읽고, Enter로 층을 선택합니다</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>파일 폴더</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 파일</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>드라이브</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>가상본</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>바로 가기</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>찾을 위치(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>파일 형식(&amp;T):</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>{symbol}: click to write it</source>
        <translation>{symbol}: 클릭하면 답에 씁니다</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>What a training step would change the weights of the layer by.</source>
        <translation>학습 한 걸음이 이 층의 가중치를 바꾸는 양입니다.</translation>
    </message>
    <message>
        <source>What a training step would change the biases of the layer by.</source>
        <translation>학습 한 걸음이 이 층의 편향을 바꾸는 양입니다.</translation>
    </message>
    <message>
        <source>δ = ∂C/∂z, the gradient that travels back through the layers. It can fall while ∂C/∂W stays level, because ∂C/∂W also holds the activations of the layer before.</source>
        <translation>δ = ∂C/∂z, 층을 거슬러 가는 기울기입니다. ∂C/∂W에는 앞 층의 활성값도 들어 있어서, ∂C/∂W가 평평해도 δ는 떨어질 수 있습니다.</translation>
    </message>
    <message>
        <source>The gradient that reaches the layer, before its activation acts on it.</source>
        <translation>활성화가 작용하기 전, 층에 도착한 기울기입니다.</translation>
    </message>
</context>
<context>
    <name>QuantityBox</name>
    <message>
        <source>Gradient shown</source>
        <translation>보이는 기울기</translation>
    </message>
    <message>
        <source>Which gradient is shown per layer</source>
        <translation>층마다 어떤 기울기를 보일지</translation>
    </message>
</context>
<context>
    <name>QuestionButtons</name>
    <message>
        <source>Hint {number} of {count}</source>
        <translation>힌트 {number} / {count}</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>답 보기</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Put the question away</source>
        <translation>문제 닫기</translation>
    </message>
    <message>
        <source>{action} (Esc)</source>
        <translation>{action} (Esc)</translation>
    </message>
    <message>
        <source>Asked is: {form}</source>
        <translation>묻는 것: {form}</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Right within 1 %.</source>
        <translation>오차 1 % 이내면 정답입니다.</translation>
    </message>
    <message>
        <source>Only its sign is asked.</source>
        <translation>부호만 묻습니다.</translation>
    </message>
    <message>
        <source>Only n is asked, where 10ⁿ ≤ |x| &lt; 10ⁿ⁺¹.</source>
        <translation>10ⁿ ≤ |x| &lt; 10ⁿ⁺¹인 n만 묻습니다.</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>The same for all: the data {data} ({samples} samples) and seed {seed}, of the open network; the plan of Train.</source>
        <translation>모두에게 같은 것: 열려 있는 신경망의 데이터 {data} (샘플 {samples}개), 시드 {seed}; 학습의 계획.</translation>
    </message>
    <message>
        <source>{optimizer}, η = {rate}, all samples in a step</source>
        <translation>{optimizer}, η = {rate}, 한 걸음에 모든 샘플</translation>
    </message>
    <message>
        <source>{optimizer}, η = {rate}, {batch} samples in a step</source>
        <translation>{optimizer}, η = {rate}, 한 걸음에 샘플 {batch}개</translation>
    </message>
    <message>
        <source>Racer {racer} has the cost {cost}, at the start {start}.</source>
        <translation>주자 {racer}: 손실 {cost}, 출발할 때 {start}.</translation>
    </message>
    <message>
        <source>Racer {first} leads: the cost is {cost}, against {other} for racer {second}, which is {times} times as much.</source>
        <translation>선두는 주자 {first}: 손실 {cost}. 주자 {second}: 손실 {other}, 선두의 {times}배.</translation>
    </message>
    <message>
        <source>Racer {first} leads: the cost is {cost}, against {other} for racer {second}.</source>
        <translation>선두는 주자 {first}: 손실 {cost}. 주자 {second}: 손실 {other}.</translation>
    </message>
    <message>
        <source>Nobody leads: the best cost, {cost}, is that of racers {racers}.</source>
        <translation>선두가 없습니다: 가장 작은 손실 {cost}, 주자 {racers} 공동.</translation>
    </message>
    <message>
        <source>In order of cost: {racers}.</source>
        <translation>손실 순서: {racers}.</translation>
    </message>
    <message>
        <source>In order of right answers: {racers}.</source>
        <translation>정답률 순서: {racers}.</translation>
    </message>
    <message>
        <source>racer {racer} ({value})</source>
        <translation>주자 {racer} ({value})</translation>
    </message>
    <message>
        <source>Racer {first} leads: {share} of the answers are right, against {other} for racer {second}.</source>
        <translation>선두는 주자 {first}: 정답률 {share}. 주자 {second}: 정답률 {other}.</translation>
    </message>
    <message>
        <source>Nobody leads: {share} of the answers are right for racers {racers}.</source>
        <translation>선두가 없습니다: 정답률 {share}, 주자 {racers} 공동.</translation>
    </message>
    <message>
        <source>The racers have different costs, so they are ordered by right answers.</source>
        <translation>주자들의 손실 함수가 서로 달라 정답률로 순서를 매깁니다.</translation>
    </message>
    <message>
        <source>The racers have different costs, whose values cannot be compared: nobody leads.</source>
        <translation>주자들의 손실 함수가 서로 달라 값을 견줄 수 없습니다. 선두가 없습니다.</translation>
    </message>
    <message>
        <source>cost {cost}, at the start {start}</source>
        <translation>손실 {cost}, 출발할 때 {start}</translation>
    </message>
    <message>
        <source>cost {cost}, at the start {start}; {share} right</source>
        <translation>손실 {cost}, 출발할 때 {start}; 정답률 {share}</translation>
    </message>
    <message>
        <source>kept aside: cost {cost}</source>
        <translation>따로 둔 샘플: 손실 {cost}</translation>
    </message>
    <message>
        <source>kept aside: cost {cost}; {share} right</source>
        <translation>따로 둔 샘플: 손실 {cost}; 정답률 {share}</translation>
    </message>
    <message>
        <source>Racer {racer} is out. {reason}</source>
        <translation>주자 {racer} 탈락. {reason}</translation>
    </message>
    <message>
        <source>Racer {racer} is out at layer {layer}. {reason}</source>
        <translation>주자 {racer} 탈락, {layer}층. {reason}</translation>
    </message>
    <message>
        <source>Racer {racer} could not start. {reason}</source>
        <translation>주자 {racer} 출발 못 함. {reason}</translation>
    </message>
    <message>
        <source>Nobody is left in the race.</source>
        <translation>경주에 남은 주자가 없습니다.</translation>
    </message>
    <message>
        <source>racer {racer} at step {step}</source>
        <translation>주자 {racer}({step}번째 걸음)</translation>
    </message>
    <message>
        <source>racer {racer} not yet</source>
        <translation>주자 {racer}(아직)</translation>
    </message>
    <message>
        <source>Layer {layer} has moved by {share} of its size: {racers}.</source>
        <translation>{layer}층이 움직인 때 (크기의 {share}): {racers}.</translation>
    </message>
    <message>
        <source>{layers}: racer {racers}</source>
        <translation>{layers}층: 주자 {racers}</translation>
    </message>
    <message>
        <source>{layers}: racers {racers}</source>
        <translation>{layers}층: 주자 {racers} 함께</translation>
    </message>
    <message>
        <source>Racer {racers} was first at every layer that has moved.</source>
        <translation>움직인 모든 층에서 가장 먼저인 주자: {racers}.</translation>
    </message>
    <message>
        <source>First to move, layer by layer: {groups}.</source>
        <translation>층마다 먼저 움직인 주자: {groups}.</translation>
    </message>
    <message>
        <source>Racer {racer}: layer {layer} moved first (step {step}), layer {last} last (step {late}).</source>
        <translation>주자 {racer}: 가장 먼저 움직인 층은 {layer}층({step}번째 걸음), 가장 늦은 층은 {last}층({late}번째 걸음).</translation>
    </message>
    <message>
        <source>Racer {racer}: every layer moved at step {step}.</source>
        <translation>주자 {racer}: 모든 층이 {step}번째 걸음에 움직였습니다.</translation>
    </message>
    <message>
        <source>Racer {racer}: layer {layers} has not moved so far.</source>
        <translation>주자 {racer}: {layers}층이 아직 움직이지 않았습니다.</translation>
    </message>
    <message>
        <source>Racer {racer}: layers {layers} have not moved so far.</source>
        <translation>주자 {racer}: {layers}층이 아직 움직이지 않았습니다.</translation>
    </message>
    <message>
        <source>Racer {racer}: no layer has moved so far.</source>
        <translation>주자 {racer}: 아직 움직인 층이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RaceControls</name>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>출발</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>{step}번째 걸음</translation>
    </message>
    <message>
        <source>Start or pause the race ({key})</source>
        <translation>경주 출발 또는 일시 정지 ({key})</translation>
    </message>
    <message>
        <source>Let everyone take one step ({key})</source>
        <translation>모두 한 걸음 나아가기 ({key})</translation>
    </message>
    <message>
        <source>Back to the start, with the racers, data and plan of now ({key})</source>
        <translation>지금의 주자, 데이터, 계획으로 출발점에서 다시 ({key})</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How many steps everyone takes in a second</source>
        <translation>1초에 모두가 나아가는 걸음 수</translation>
    </message>
    <message>
        <source>{steps} steps/s</source>
        <translation>1초에 {steps}걸음</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>최고 속도</translation>
    </message>
</context>
<context>
    <name>RaceLink</name>
    <message>
        <source>To the race ({count})</source>
        <translation>경주로 ({count})</translation>
    </message>
    <message>
        <source>{count} of at most {most} are in the race</source>
        <translation>경주에 {count}개 (최대 {most}개)</translation>
    </message>
</context>
<context>
    <name>RacePage</name>
    <message>
        <source>No racer fits the data, which are those of the open network: Reset alone does not help. Take racers out and add others, or open a racer by its pencil.</source>
        <translation>데이터에 맞는 주자가 없습니다. 데이터는 열린 신경망의 것이어서 “처음으로”만 눌러서는 나아지지 않습니다. 주자를 빼고 다른 주자를 넣거나, 연필 단추로 주자를 여세요.</translation>
    </message>
    <message>
        <source>Nobody can go on. Data, seed or plan have changed since the race began; Reset begins anew with the new ones.</source>
        <translation>더 나아갈 수 있는 주자가 없습니다. 경주가 시작된 뒤에 데이터, 시드 또는 계획이 바뀌었습니다. “처음으로”를 누르면 새것으로 다시 시작합니다.</translation>
    </message>
    <message>
        <source>Data, seed or plan have changed since the race began. It goes on with those it began with; Reset takes the new ones.</source>
        <translation>경주가 시작된 뒤에 데이터, 시드 또는 계획이 바뀌었습니다. 경주는 시작할 때의 것으로 계속됩니다. “처음으로”를 누르면 새것을 씁니다.</translation>
    </message>
    <message>
        <source>Nobody can go on. Reset begins anew.</source>
        <translation>더 나아갈 수 있는 주자가 없습니다. “처음으로”를 누르면 다시 시작합니다.</translation>
    </message>
</context>
<context>
    <name>RacerRow</name>
    <message>
        <source>Open racer {racer} in the builder</source>
        <translation>주자 {racer} 만들기에서 열기</translation>
    </message>
    <message>
        <source>Take racer {racer} out of the race</source>
        <translation>주자 {racer} 경주에서 빼기</translation>
    </message>
</context>
<context>
    <name>RacersPanel</name>
    <message>
        <source>{count} of {most}</source>
        <translation>{most}개 중 {count}개</translation>
    </message>
    <message>
        <source>waits for the next race</source>
        <translation>다음 경주를 기다립니다</translation>
    </message>
    <message>
        <source>Racers</source>
        <translation>주자</translation>
    </message>
    <message>
        <source>Nobody is in the race yet. Add the open network here, cells of the grid with R, or the pinned runs: up to four train side by side.</source>
        <translation>아직 주자가 없습니다. 여기서 열려 있는 신경망을 넣거나, 격자의 칸을 R 키로, 또는 고정한 실행을 넣으세요. 네 개까지 나란히 학습합니다.</translation>
    </message>
    <message>
        <source>Add this network</source>
        <translation>이 신경망 넣기</translation>
    </message>
    <message>
        <source>Let the network that is open in the builder race</source>
        <translation>열려 있는 신경망을 경주에 넣기</translation>
    </message>
    <message>
        <source>Add the runs</source>
        <translation>실행 넣기</translation>
    </message>
    <message>
        <source>Let the pinned runs A to D race</source>
        <translation>고정한 실행 A–D를 경주에 넣기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>비우기</translation>
    </message>
    <message>
        <source>Take everyone out of the race</source>
        <translation>모든 주자를 경주에서 빼기</translation>
    </message>
</context>
<context>
    <name>RatioBars</name>
    <message>
        <source>After the first step.</source>
        <translation>첫걸음 뒤에 나타납니다.</translation>
    </message>
    <message>
        <source>The last step moved no layer.</source>
        <translation>마지막 걸음에 움직인 층이 없습니다.</translation>
    </message>
</context>
<context>
    <name>RefusalLine</name>
    <message>
        <source>Row {row}, column {column} ({symbol}): {reason}</source>
        <translation>{row}행 {column}열({symbol}): {reason}</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Post: a + αf(z)</source>
        <translation>뒤: a + αf(z)</translation>
    </message>
    <message>
        <source>Pre: a + αWf(a)</source>
        <translation>앞: a + αWf(a)</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The whole network: batch normalization takes mean and variance of the batch, and dropout silences units.</source>
        <translation>신경망 전체의 설정입니다. 배치 정규화는 배치의 평균과 분산을 쓰고, 드롭아웃은 뉴런을 끕니다.</translation>
    </message>
    <message>
        <source>The whole network: batch normalization takes mean and variance of the batch, so the samples depend on each other.</source>
        <translation>신경망 전체의 설정입니다. 배치 정규화가 배치의 평균과 분산을 쓰므로 샘플이 서로 얽힙니다.</translation>
    </message>
    <message>
        <source>The whole network: dropout silences units, by the seed.</source>
        <translation>신경망 전체의 설정입니다. 드롭아웃이 시드에 따라 뉴런을 끕니다.</translation>
    </message>
    <message>
        <source>The whole network: batch normalization takes its running mean and variance, and no unit is silent.</source>
        <translation>신경망 전체의 설정입니다. 배치 정규화는 이동 평균과 이동 분산을 쓰고, 꺼지는 뉴런이 없습니다.</translation>
    </message>
    <message>
        <source>The whole network: batch normalization takes its running mean and variance, and each sample stands alone.</source>
        <translation>신경망 전체의 설정입니다. 배치 정규화가 이동 평균과 이동 분산을 쓰므로 샘플이 서로 얽히지 않습니다.</translation>
    </message>
    <message>
        <source>The whole network: no unit is silent.</source>
        <translation>신경망 전체의 설정입니다. 꺼지는 뉴런이 없습니다.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>드롭</translation>
    </message>
    <message>
        <source>Res</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>dropout {rate}</source>
        <translation>드롭아웃 {rate}</translation>
    </message>
    <message>
        <source>residual connection past f(z), α = {scale}</source>
        <translation>f(z)를 지나가는 잔차 연결, α = {scale}</translation>
    </message>
    <message>
        <source>residual connection past Wf(a), α = {scale}</source>
        <translation>Wf(a)를 지나가는 잔차 연결, α = {scale}</translation>
    </message>
    <message>
        <source>residual connection</source>
        <translation>잔차 연결</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>scale γ</source>
        <translation>배율 γ</translation>
    </message>
    <message>
        <source>shift β</source>
        <translation>이동 β</translation>
    </message>
    <message>
        <source>running mean μ</source>
        <translation>이동 평균 μ</translation>
    </message>
    <message>
        <source>running variance v</source>
        <translation>이동 분산 v</translation>
    </message>
</context>
<context>
    <name>RemediesSection</name>
    <message>
        <source>mixed</source>
        <translation>여러 값</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>처방</translation>
    </message>
    <message>
        <source>Normalize</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>잔차</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>The probability that a unit is silent in training</source>
        <translation>학습 중에 뉴런이 꺼질 확률</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>모드</translation>
    </message>
    <message>
        <source>Reset γ and β</source>
        <translation>γ와 β 되돌리기</translation>
    </message>
    <message>
        <source>Put γ, β and the running statistics back where they begin</source>
        <translation>γ, β와 이동 통계를 처음 값으로 되돌립니다</translation>
    </message>
</context>
<context>
    <name>ReplaceMenu</name>
    <message>
        <source>Replace run {letter}</source>
        <translation>실행 {letter} 바꾸기</translation>
    </message>
</context>
<context>
    <name>RibbonView</name>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>The gradient of every layer. Choose the layer that the diagram shows.</source>
        <translation>모든 층의 기울기입니다. 그림에 보일 층을 고르세요.</translation>
    </message>
    <message>
        <source>‖∂C/∂z‖ of every layer</source>
        <translation>모든 층의 ‖∂C/∂z‖</translation>
    </message>
</context>
<context>
    <name>RippleTable</name>
    <message>
        <source>{symbol}: really {actual}, predicted {predicted}, difference {difference}</source>
        <translation>{symbol}: 실제 {actual}, 예측 {predicted}, 차이 {difference}</translation>
    </message>
    <message>
        <source>real change</source>
        <translation>실제 변화</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>What ripples up to the cost</source>
        <translation>손실까지 번져 가는 변화</translation>
    </message>
</context>
<context>
    <name>RunBanner</name>
    <message>
        <source>Step {step} of the run – looking back</source>
        <translation>학습 {step}걸음째 – 되돌아보는 중</translation>
    </message>
    <message>
        <source>You edited the project as it was at step {steps} of the run. Branch off there, or discard the run and its numbers?</source>
        <translation>학습 {steps}걸음째의 모습을 편집했습니다. 거기서 가지를 칩니까, 학습과 그 수를 버립니까?</translation>
    </message>
    <message>
        <source>The project was edited, and step {steps} of the run is chosen. Branch off with the numbers of that step, or discard the run?</source>
        <translation>프로젝트를 편집했고 학습의 {steps}걸음째가 선택되어 있습니다. 그 걸음의 수로 가지를 칩니까, 학습을 버립니까?</translation>
    </message>
    <message>
        <source>The project was edited after step {steps}: the run is paused. Branch off with the numbers reached, or discard them?</source>
        <translation>{steps}걸음 뒤에 프로젝트를 편집하여 학습이 멈추었습니다. 지금까지 학습한 수로 가지를 칩니까, 버립니까?</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>가지 치기</translation>
    </message>
    <message>
        <source>Train on with the project as it is now, from these numbers</source>
        <translation>이 수에서 지금의 프로젝트로 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>학습 버리기</translation>
    </message>
    <message>
        <source>Forget the run and begin with the project as it is now</source>
        <translation>학습을 잊고 지금의 프로젝트로 시작합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Take the edit back: the run can go on</source>
        <translation>편집을 되돌립니다. 학습을 계속할 수 있습니다</translation>
    </message>
    <message>
        <source>Keep these weights</source>
        <translation>가중치 간직</translation>
    </message>
    <message>
        <source>Type them into the network, as one undo step</source>
        <translation>되돌리기 한 번으로 취소할 수 있게 신경망에 입력합니다</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>지금으로</translation>
    </message>
    <message>
        <source>Show the open project again</source>
        <translation>열린 프로젝트를 다시 보여 줍니다</translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>step {step} · epoch {epoch}</source>
        <translation>{step}번째 걸음 · {epoch}번째 에포크</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>한 걸음</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>한 에포크</translation>
    </message>
    <message>
        <source>Before the first step the weights are those of the project</source>
        <translation>첫걸음 전의 가중치는 프로젝트의 것 그대로입니다</translation>
    </message>
    <message>
        <source>The project was changed since the run began: begin the run anew first</source>
        <translation>실행이 시작된 뒤에 프로젝트가 바뀌었습니다. 먼저 실행을 처음부터 다시 시작하세요</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>지금으로</translation>
    </message>
    <message>
        <source>Show the newest moment, and the open project, again</source>
        <translation>가장 새로운 순간과 열린 프로젝트를 다시 보여 줍니다</translation>
    </message>
    <message>
        <source>Keep these weights</source>
        <translation>가중치 간직</translation>
    </message>
    <message>
        <source>Type the numbers of the moment shown into the network, as one undo step, and begin another run from them</source>
        <translation>보이는 순간의 수를 신경망에 입력하고(한 번에 취소할 수 있음) 거기서 새로 학습을 시작합니다</translation>
    </message>
    <message>
        <source>A run is going on: pause it first</source>
        <translation>학습이 진행 중입니다. 먼저 일시 정지하십시오</translation>
    </message>
    <message>
        <source>Looking back at step {step}</source>
        <translation>{step}걸음째로 되돌아보는 중</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>가지 치기</translation>
    </message>
    <message>
        <source>Type the weights and biases of the moment shown into the network, as one undo step</source>
        <translation>보이는 순간의 가중치와 편향을 신경망에 입력합니다(한 번에 취소할 수 있음)</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Let this network race against others, by the same plan</source>
        <translation>이 신경망을 같은 계획으로 다른 신경망과 경주시키기</translation>
    </message>
    <message>
        <source>Take up again the run of {steps} steps that was reset ({key})</source>
        <translation>처음으로 돌린 {steps}걸음의 실행을 되살려 이어 갑니다 ({key})</translation>
    </message>
    <message>
        <source>Let go of the run and begin anew ({key})</source>
        <translation>실행을 놓고 처음부터 다시 시작합니다 ({key})</translation>
    </message>
    <message>
        <source>Start or pause ({key})</source>
        <translation>시작 또는 일시 정지 ({key})</translation>
    </message>
    <message>
        <source>Take one step ({key})</source>
        <translation>한 걸음 나아가기 ({key})</translation>
    </message>
    <message>
        <source>To the end of the epoch ({key})</source>
        <translation>에포크 끝까지 ({key})</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How many steps are taken in a second</source>
        <translation>1초에 몇 걸음을 나아가는지</translation>
    </message>
    <message>
        <source>{steps} steps/s</source>
        <translation>1초에 {steps}걸음</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>최고 속도</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>{name} (now)</source>
        <translation>{name}(지금)</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>지금과 같음</translation>
    </message>
    <message>
        <source>These batches have different numbers of samples N. ‖∂C/∂z‖ of a batch depends on N.</source>
        <translation>배치마다 샘플 수 N이 다릅니다. 배치의 ‖∂C/∂z‖는 N에 달려 있습니다.</translation>
    </message>
</context>
<context>
    <name>RunNotice</name>
    <message>
        <source>Show where</source>
        <translation>그곳 보기</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <source>Swap with the network being built</source>
        <translation>지금 만드는 신경망과 바꾸기</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>없애기</translation>
    </message>
    <message>
        <source>Run {letter}</source>
        <translation>실행 {letter}</translation>
    </message>
    <message>
        <source>Swap, rename or remove this run</source>
        <translation>이 실행을 바꾸거나 이름을 고치거나 없앱니다</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행의 이름</translation>
    </message>
    <message>
        <source>empty: what differs</source>
        <translation>비우면: 다른 점</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Layers, cost and typed numbers stay each run&apos;s own. The same seed draws the same weights where a layer&apos;s place, shape and initializer agree.</source>
        <translation>층, 손실 함수, 입력한 수는 실행마다 원래대로입니다. 층의 자리와 모양, 초기화가 같을 때에만 같은 시드가 같은 가중치를 뽑습니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Race these</source>
        <translation>경주시키기</translation>
    </message>
    <message>
        <source>Train the runs and the open network side by side, four at most</source>
        <translation>실행과 열려 있는 신경망을 나란히 학습합니다. 네 개까지</translation>
    </message>
    <message>
        <source>same seed and data as now</source>
        <translation>지금과 같은 시드와 데이터</translation>
    </message>
    <message>
        <source>Measure every pin with the seed and the data of the open network, so that only the design differs</source>
        <translation>고정한 실행을 모두 지금 신경망의 시드와 데이터로 재서 설계만 다르게 합니다</translation>
    </message>
    <message>
        <source>Nothing is pinned yet. Pin keeps the open network as run A; then change something in the builder, and both are laid side by side here. Up to four runs can be pinned.</source>
        <translation>아직 고정한 실행이 없습니다. ‘고정’을 누르면 지금 신경망이 실행 A로 남습니다. 그다음 신경망을 바꾸면 둘이 여기에 나란히 놓입니다. 네 개까지 고정할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>SampleField</name>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Sample of the batch whose numbers are shown</source>
        <translation>배치에서 수를 보여 줄 샘플</translation>
    </message>
</context>
<context>
    <name>SampleSection</name>
    <message>
        <source>Samples: inputs x, targets y</source>
        <translation>샘플: 입력 x, 목표 y</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add a sample</source>
        <translation>샘플 추가</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete the selected samples</source>
        <translation>선택한 샘플 삭제</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여 넣기</translation>
    </message>
    <message>
        <source>Paste samples from a spreadsheet</source>
        <translation>스프레드시트에서 샘플 붙여 넣기</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>input {number}</source>
        <translation>입력 {number}</translation>
    </message>
    <message>
        <source>target {number}</source>
        <translation>목표 {number}</translation>
    </message>
</context>
<context>
    <name>ScaleLegend</name>
    <message>
        <source>Decades from the last layer to the first: purple is lost, ochre is grown, pale is level. A step of the scale is finer near 0.</source>
        <translation>마지막 층에서 첫 층까지의 자릿수: 보라색은 줄어듦, 황토색은 커짐, 옅은 색은 그대로입니다. 0 가까이에서 눈금이 더 촘촘합니다.</translation>
    </message>
    <message>
        <source>Scale of the colours</source>
        <translation>색 눈금</translation>
    </message>
</context>
<context>
    <name>ScanControls</name>
    <message>
        <source>What the scan varies</source>
        <translation>무엇을 바꾸며 훑어볼지</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>게인</translation>
    </message>
    <message>
        <source>1 – {top} layers</source>
        <translation>1 – {top}개 층</translation>
    </message>
    <message>
        <source>Depths scanned</source>
        <translation>훑어볼 깊이</translation>
    </message>
    <message>
        <source>How deep the scan goes; deep ones take their time</source>
        <translation>얼마나 깊이까지 잴지 정합니다. 깊으면 시간이 걸립니다</translation>
    </message>
    <message>
        <source>Gains scanned</source>
        <translation>훑어볼 게인</translation>
    </message>
    <message>
        <source>From which to which gain of the hidden layers</source>
        <translation>은닉층 게인의 범위</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>시드 수</translation>
    </message>
    <message>
        <source>How many draws are measured at each place</source>
        <translation>자리마다 몇 번 뽑아 잴지 정합니다</translation>
    </message>
    <message>
        <source>cost “probe”</source>
        <translation>손실 함수 “probe”</translation>
    </message>
    <message>
        <source>Measure with a cost whose gradient at the output does not depend on the weights, as theory assumes</source>
        <translation>출력의 기울기가 가중치와 무관한 손실 함수로 잽니다. 이론의 가정과 같습니다</translation>
    </message>
</context>
<context>
    <name>ScanPlot</name>
    <message>
        <source>zero</source>
        <translation>0</translation>
    </message>
    <message>
        <source>∞</source>
        <translation>∞</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>ScanProgress</name>
    <message>
        <source>{done} of {total} measured</source>
        <translation>{total}개 중 {done}개를 쟀습니다</translation>
    </message>
    <message>
        <source>Stopped: what was measured is shown.</source>
        <translation>멈췄습니다. 지금까지 잰 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>훑어보기 진행</translation>
    </message>
    <message>
        <source>Stop measuring, or go on where it stopped</source>
        <translation>재기를 멈추거나 멈춘 곳에서 계속합니다</translation>
    </message>
</context>
<context>
    <name>ScansPage</name>
    <message>
        <source>{slope} per layer</source>
        <translation>층마다 {slope}</translation>
    </message>
    <message>
        <source>{runs}: critical {gain}</source>
        <translation>{runs}: 임계 {gain}</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>층 수</translation>
    </message>
    <message>
        <source>gain of the hidden layers</source>
        <translation>은닉층의 게인</translation>
    </message>
    <message>
        <source>first / last layer, {symbol}</source>
        <translation>첫 층 / 마지막 층, {symbol}</translation>
    </message>
    <message>
        <source>{slope} per layer, theory {expected}</source>
        <translation>층마다 {slope}, 이론 {expected}</translation>
    </message>
    <message>
        <source>{symbol}, first over last layer, {seeds} seeds, {scope}</source>
        <translation>{symbol}, 첫 층 나누기 마지막 층, 시드 {seeds}개, {scope}</translation>
    </message>
    <message>
        <source>grey: from quartile to quartile of {seeds} seeds, line: median</source>
        <translation>회색: 시드 {seeds}개의 제1사분위수부터 제3사분위수까지, 선: 중앙값</translation>
    </message>
    <message>
        <source>grey down to the edge: the lower quartile is exactly 0</source>
        <translation>아래 끝까지 회색: 제1사분위수가 정확히 0</translation>
    </message>
    <message>
        <source>dotted: the slope that theory expects</source>
        <translation>점선: 이론이 예상하는 기울어진 정도</translation>
    </message>
    <message>
        <source>First to last layer</source>
        <translation>첫 층 대 마지막 층</translation>
    </message>
    <message>
        <source>First to last layer over depth or gain</source>
        <translation>깊이나 게인에 따른 첫 층 대 마지막 층</translation>
    </message>
    <message>
        <source>Left and right read the places, up and down the curves, Enter opens the network</source>
        <translation>왼쪽과 오른쪽 키로 자리를, 위와 아래 키로 곡선을 고르고 Enter로 그 신경망을 엽니다</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>In steps</source>
        <translation>계단식</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
</context>
<context>
    <name>ScopeControl</name>
    <message>
        <source>of {samples}</source>
        <translation>/ {samples}</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Show one sample</source>
        <translation>샘플 하나 보기</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Show the mean over the batch</source>
        <translation>배치의 평균 보기</translation>
    </message>
    <message>
        <source>Every number in the window is of this sample, or the mean over the batch.</source>
        <translation>창의 모든 수는 이 샘플의 것이거나 배치의 평균입니다.</translation>
    </message>
    <message>
        <source>Batch normalization ties the samples of the batch together, so no sample has a gradient of its own. In evaluation each has one.</source>
        <translation>배치 정규화는 배치의 샘플들을 서로 묶으므로 샘플 하나만의 기울기가 없습니다. 평가 모드에서는 샘플마다 있습니다.</translation>
    </message>
    <message>
        <source>Number of the sample</source>
        <translation>샘플 번호</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>out</source>
        <translation>탈락</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>The slope of the output cancels against the cost: what is left is a − y.</source>
        <translation>출력의 기울기 인수가 손실과 상쇄되어 a − y만 남습니다.</translation>
    </message>
    <message>
        <source>To run it: python {file} (it needs NumPy and nothing else).</source>
        <translation>실행: python {file} (NumPy만 있으면 됩니다)</translation>
    </message>
    <message>
        <source>To run it: python {file} (it needs PyTorch and nothing else).</source>
        <translation>실행: python {file} (PyTorch만 있으면 됩니다)</translation>
    </message>
    <message>
        <source>The forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>The backward pass, factor by factor</source>
        <translation>역전파, 인수 하나씩</translation>
    </message>
    <message>
        <source>Factor {number}: {symbol}</source>
        <translation>인수 {number}: {symbol}</translation>
    </message>
    <message>
        <source>Whole layers, from the cost down: where the factors of the path are taken from</source>
        <translation>손실에서 아래로 층 전체를 계산합니다. 경로의 인수를 여기에서 가져옵니다</translation>
    </message>
    <message>
        <source>The path, factor by factor, with the running product</source>
        <translation>경로의 인수 하나씩과 그때까지의 곱</translation>
    </message>
    <message>
        <source>on the sheet {number}, the product so far {product}</source>
        <translation>활동지의 값: {number}, 그때까지의 곱: {product}</translation>
    </message>
    <message>
        <source>running product</source>
        <translation>그때까지의 곱</translation>
    </message>
    <message>
        <source>The gradient by backpropagation: all paths at once</source>
        <translation>역전파로 구한 기울기: 모든 경로를 한꺼번에</translation>
    </message>
    <message>
        <source>The same, path by path</source>
        <translation>같은 값을 경로별로</translation>
    </message>
    <message>
        <source>Recomputes the walk with {library}, factor by factor, and asserts every number of it.</source>
        <translation>{library} 코드로 인수를 하나씩 다시 계산하고 모든 수를 assert로 확인합니다.</translation>
    </message>
    <message>
        <source>Numbers agree to a relative 1e-9; where terms cancel, &apos;rounding&apos; says what the last digits may be off.</source>
        <translation>수는 상대 오차 1e-9 안에서 같아야 합니다. 항이 상쇄되는 곳에서는 &apos;rounding&apos;이 마지막 자리의 허용 오차입니다.</translation>
    </message>
    <message>
        <source>The network: weights (units × inputs) and biases</source>
        <translation>신경망: 가중치(뉴런 × 입력)와 편향</translation>
    </message>
    <message>
        <source>The input, and the target that the cost compares with (one row per sample)</source>
        <translation>입력, 그리고 손실 함수가 비교하는 목표(샘플마다 한 행)</translation>
    </message>
    <message>
        <source>The same gradients by autograd, which knows nothing of this walk</source>
        <translation>같은 기울기를 이 단계와 무관하게 autograd로 구합니다</translation>
    </message>
    <message>
        <source>Below this the gradients lie beyond every float, where autograd has only 0 or inf.</source>
        <translation>이 아래의 기울기는 부동소수점 범위를 벗어나 autograd로는 0이나 inf만 나옵니다.</translation>
    </message>
    <message>
        <source>Dropout: 0 where a unit is silent, 1 / (1 − p) where it is not</source>
        <translation>드롭아웃: 꺼진 뉴런은 0, 나머지는 1 / (1 − p)</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>step {step} of {last}</source>
        <translation>{last}걸음 가운데 {step}번째</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>학습의 순간</translation>
    </message>
    <message>
        <source>Look back: numbers, layers and function are shown as they were. Nothing is edited.</source>
        <translation>되돌아보기: 수와 층과 함수를 그때의 모습으로 보여 줍니다. 아무것도 편집하지 않습니다.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>The recent steps</source>
        <translation>최근 걸음</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>학습 전체</translation>
    </message>
</context>
<context>
    <name>SeedsBar</name>
    <message>
        <source>median of {count}</source>
        <translation>{count}개의 중앙값</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>이론</translation>
    </message>
    <message>
        <source>half</source>
        <translation>가운데 절반</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>half of a pin&apos;s</source>
        <translation>고정한 실행의 절반</translation>
    </message>
    <message>
        <source>half of a pin&apos;s, from 0</source>
        <translation>고정한 실행의 절반, 0부터</translation>
    </message>
    <message>
        <source>single draws ± 2σ</source>
        <translation>뽑기 하나 ± 2σ</translation>
    </message>
    <message>
        <source>theory: mean</source>
        <translation>이론: 평균</translation>
    </message>
    <message>
        <source>theory with 1/n: mean</source>
        <translation>이론(1/n 포함): 평균</translation>
    </message>
    <message>
        <source>theory: RMS</source>
        <translation>이론: RMS</translation>
    </message>
    <message>
        <source>theory with 1/n: RMS</source>
        <translation>이론(1/n 포함): RMS</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Draw the open project under so many seeds: what is luck, and what is not</source>
        <translation>열린 프로젝트를 이만큼의 시드로 그립니다. 무엇이 운이고 무엇이 아닌지 보입니다</translation>
    </message>
    <message>
        <source>No bands: every seed gives the same numbers.</source>
        <translation>띠 없음: 어느 시드에서나 같은 수가 나옵니다.</translation>
    </message>
    <message>
        <source>Nothing that counts here is drawn, as with typed weights.</source>
        <translation>입력한 가중치처럼, 여기서 값을 정하는 것 가운데 무작위로 뽑히는 것이 없습니다.</translation>
    </message>
    <message>
        <source>What seeds and theory tell</source>
        <translation>시드와 이론이 알려 주는 것</translation>
    </message>
    <message>
        <source>Help on seeds and theory</source>
        <translation>시드와 이론 도움말</translation>
    </message>
    <message>
        <source>Theory line</source>
        <translation>이론선</translation>
    </message>
    <message>
        <source>Draw what theory predicts, where it holds, and say why where it does not</source>
        <translation>이론이 성립하면 예측을 그리고, 성립하지 않으면 이유를 말합니다</translation>
    </message>
</context>
<context>
    <name>SeedsProgress</name>
    <message>
        <source>go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Measure the other seeds</source>
        <translation>나머지 시드도 계산하기</translation>
    </message>
    <message>
        <source>Measure no more seeds</source>
        <translation>시드를 더 계산하지 않기</translation>
    </message>
</context>
<context>
    <name>ShortcutToggle</name>
    <message>
        <source>Walk cost and activation of the output as one factor, the shortcut</source>
        <translation>출력의 손실 함수와 활성화 함수를 인수 하나(지름길)로 따라가기</translation>
    </message>
</context>
<context>
    <name>SideColumn</name>
    <message>
        <source>Gradient per layer</source>
        <translation>층별 기울기</translation>
    </message>
    <message>
        <source>What took the decades of {symbol}</source>
        <translation>자릿수를 바꾼 원인: {symbol}</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>depth {depth}, width {width}, {seeds} seeds</source>
        <translation>깊이 {depth}, 너비 {width}, 시드 {seeds}개</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>칸</translation>
    </message>
    <message>
        <source>Point at a cell, or walk the grid with the arrow keys, to see its profile. A click, or Enter, opens it in the builder; Undo takes that back.</source>
        <translation>칸을 가리키거나 화살표 키로 격자를 옮겨 다니면 층별 기울기가 보입니다. 누르거나 Enter 키를 치면 그 칸을 신경망으로 엽니다. 실행 취소로 되돌립니다.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>불러오기</translation>
    </message>
    <message>
        <source>Open this cell in the builder (Enter, or a click on the cell)</source>
        <translation>이 칸을 신경망으로 엽니다(Enter 또는 칸 누르기)</translation>
    </message>
    <message>
        <source>Load the cell into the builder</source>
        <translation>칸을 신경망으로 불러오기</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Keep this cell as a run (Space)</source>
        <translation>이 칸을 실행으로 남깁니다(Space)</translation>
    </message>
    <message>
        <source>Pin the cell as a run</source>
        <translation>칸을 실행으로 고정</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>경주</translation>
    </message>
    <message>
        <source>Let this cell race against others (R)</source>
        <translation>이 칸을 다른 칸과 경주시키기 (R)</translation>
    </message>
    <message>
        <source>Let the cell race</source>
        <translation>이 칸을 경주에 넣기</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>왜?</translation>
    </message>
    <message>
        <source>Whose fault it is: the decades of every layer (W)</source>
        <translation>누구 탓인지: 층마다의 자릿수(W)</translation>
    </message>
    <message>
        <source>Attribution of the cell</source>
        <translation>칸의 원인 나누기</translation>
    </message>
    <message>
        <source>Profile of the cell</source>
        <translation>칸의 층별 기울기</translation>
    </message>
    <message>
        <source>Arrow keys read median, quartiles and extremes layer by layer</source>
        <translation>화살표 키로 층마다 중앙값, 사분위, 최소와 최대를 읽습니다</translation>
    </message>
</context>
<context>
    <name>SingularLens</name>
    <message>
        <source>Which singular values</source>
        <translation>어느 특잇값</translation>
    </message>
    <message>
        <source>Singular values of each layer&apos;s own Jacobian</source>
        <translation>각 층 야코비 행렬의 특잇값</translation>
    </message>
    <message>
        <source>Singular values of the product from the output down to each layer</source>
        <translation>출력부터 각 층까지 곱한 야코비 행렬의 특잇값</translation>
    </message>
    <message>
        <source>each layer</source>
        <translation>층마다</translation>
    </message>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Sample whose Jacobians are shown</source>
        <translation>야코비 행렬을 볼 샘플</translation>
    </message>
    <message>
        <source>max, median, min</source>
        <translation>최대, 중앙값, 최소</translation>
    </message>
    <message>
        <source>isometry: 1</source>
        <translation>등거리: 1</translation>
    </message>
    <message>
        <source>Singular values per layer</source>
        <translation>층별 특잇값</translation>
    </message>
    <message>
        <source>Arrow keys read the spread layer by layer, Enter selects the layer</source>
        <translation>화살표 키로 층마다 퍼진 정도를 읽고, Enter로 층을 선택합니다</translation>
    </message>
</context>
<context>
    <name>SlopesPanel</name>
    <message>
        <source>Configurations</source>
        <translation>구성</translation>
    </message>
    <message>
        <source>The open network and every pinned run, each with its own data and seeds. Layers are added as copies of the last hidden one. ← → read the places, ↑ ↓ the curves; Enter or a click opens that network in the builder.</source>
        <translation>지금 신경망과 고정한 실행을 저마다의 데이터와 시드로 잽니다. 층은 마지막 은닉층을 복사해 늘립니다. ← → 키로 자리를, ↑ ↓ 키로 곡선을 고릅니다. Enter 키나 누르기로 그 신경망을 엽니다.</translation>
    </message>
</context>
<context>
    <name>SortMenu</name>
    <message>
        <source>as listed</source>
        <translation>목록 순서로</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>이름순으로</translation>
    </message>
    <message>
        <source>by decades</source>
        <translation>자릿수순으로</translation>
    </message>
    <message>
        <source>by number of decades</source>
        <translation>자릿수 크기순으로</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>{axis} {order}</source>
        <translation>{axis} {order}</translation>
    </message>
</context>
<context>
    <name>Spectra</name>
    <message>
        <source>Singular values are computed for layers of up to {most} units; layer {layer} has {units}.</source>
        <translation>특잇값은 뉴런이 {most}개 이하인 층까지 계산합니다. {layer}층의 뉴런은 {units}개입니다.</translation>
    </message>
    <message>
        <source>Dynamical isometry: all singular values of {symbol} near 1: no direction of the gradient shrinks or grows.</source>
        <translation>동적 등거리성: {symbol}의 특잇값이 모두 1에 가까워서, 기울기가 어느 방향으로도 줄거나 커지지 않는 것입니다.</translation>
    </message>
    <message>
        <source>Here {low} to {high}: condition number {condition}, mean log₁₀ {mean}.</source>
        <translation>여기서는 {low}–{high}, 조건수 {condition}, log₁₀ 평균 {mean}입니다.</translation>
    </message>
    <message>
        <source>It holds: {low} to {high}, condition number {condition}, mean log₁₀ {mean}.</source>
        <translation>성립합니다: {low}–{high}, 조건수 {condition}, log₁₀ 평균 {mean}.</translation>
    </message>
    <message>
        <source>Here it is a single one: {high}, log₁₀ {mean}.</source>
        <translation>여기서는 하나뿐입니다: {high}, log₁₀ {mean}.</translation>
    </message>
    <message>
        <source>Here they are all exactly 0.</source>
        <translation>여기서는 모두 정확히 0입니다.</translation>
    </message>
    <message>
        <source>Here none can be told from rounding.</source>
        <translation>여기서는 모두 반올림 오차와 구별되지 않습니다.</translation>
    </message>
    <message>
        <source>Besides, {zeros} of {values} are exactly 0.</source>
        <translation>그 밖에 {values}개 중 {zeros}개는 정확히 0입니다.</translation>
    </message>
    <message>
        <source>Besides, {unresolved} of {values} are too small to be told.</source>
        <translation>그 밖에 {values}개 중 {unresolved}개는 너무 작아 구별되지 않습니다.</translation>
    </message>
    <message>
        <source>{told} of {depth} layers are drawn; the product runs through all of them.</source>
        <translation>{depth}개 층 가운데 {told}개를 그립니다. 곱은 모든 층을 지납니다.</translation>
    </message>
    <message>
        <source>A Jacobian is of one sample: choose one.</source>
        <translation>야코비 행렬은 샘플 하나의 것입니다. 샘플을 고르세요.</translation>
    </message>
    <message>
        <source>layer {layer}: singular values of {symbol}</source>
        <translation>{layer}층: {symbol}의 특잇값</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>condition number</source>
        <translation>조건수</translation>
    </message>
    <message>
        <source>mean log₁₀</source>
        <translation>log₁₀ 평균</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation>구별 안 됨</translation>
    </message>
</context>
<context>
    <name>SplitHandle</name>
    <message>
        <source>Divider: ← and → move it</source>
        <translation>경계선: ←와 →로 옮깁니다</translation>
    </message>
    <message>
        <source>Divider: ↑ and ↓ move it</source>
        <translation>경계선: ↑와 ↓로 옮깁니다</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>gamma</source>
        <translation>감마</translation>
    </message>
    <message>
        <source>beta</source>
        <translation>베타</translation>
    </message>
    <message>
        <source>{letter}</source>
        <translation>{letter}</translation>
    </message>
    <message>
        <source>{letter}, number {unit}</source>
        <translation>{unit}번 {letter}</translation>
    </message>
    <message>
        <source>{letter} of layer {layer}</source>
        <translation>{layer}층의 {letter}</translation>
    </message>
    <message>
        <source>{letter} of layer {layer}, unit {unit}</source>
        <translation>{layer}층 {unit}번 뉴런의 {letter}</translation>
    </message>
    <message>
        <source>{letter} of layer {layer}, to unit {unit} from unit {source}</source>
        <translation>{layer}층 {unit}번 뉴런이 {source}번 뉴런에서 받는 {letter}</translation>
    </message>
    <message>
        <source>the cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>the way past layer {layer}, as it is</source>
        <translation>{layer}층을 그대로 지나치는 길</translation>
    </message>
    <message>
        <source>{quantity}, the fixed matrix past the layer</source>
        <translation>{quantity}, 층을 지나치는 고정된 행렬</translation>
    </message>
    <message>
        <source>the penalty</source>
        <translation>규제 항</translation>
    </message>
    <message>
        <source>the derivative of {above} with respect to {below}</source>
        <translation>{below}에 대한 {above}의 미분</translation>
    </message>
    <message>
        <source>{quantity}, as it is</source>
        <translation>{quantity}, 그대로</translation>
    </message>
    <message>
        <source>{quantity}, times the fixed matrix P transposed</source>
        <translation>{quantity}, 고정된 행렬 P의 전치를 곱한 값</translation>
    </message>
    <message>
        <source>lambda times {quantity}</source>
        <translation>람다 곱하기 {quantity}</translation>
    </message>
    <message>
        <source>{number}</source>
        <translation>{number}</translation>
    </message>
    <message>
        <source>minus {number}</source>
        <translation>마이너스 {number}</translation>
    </message>
    <message>
        <source>{number} times 10 to the power of {power}</source>
        <translation>{number} 곱하기 10의 {power}제곱</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>무한대</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>수가 아님</translation>
    </message>
</context>
<context>
    <name>SpreadPlot</name>
    <message>
        <source>some 0</source>
        <translation>0 있음</translation>
    </message>
    <message>
        <source>unresolved</source>
        <translation>구별 안 됨</translation>
    </message>
</context>
<context>
    <name>SpreadProfileView</name>
    <message>
        <source>theory, with the 1/n correction</source>
        <translation>이론, 1/n 보정 포함</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>이론</translation>
    </message>
    <message>
        <source>grey: median, quartiles and extremes of {count} seeds from {first}</source>
        <translation>회색: {first}부터 시드 {count}개의 중앙값, 사분위수, 최솟값과 최댓값</translation>
    </message>
    <message>
        <source>bars: the middle half of the pinned runs&apos; seeds</source>
        <translation>막대: 고정한 실행의 시드 가운데 절반</translation>
    </message>
    <message>
        <source>arrows down: that half begins at exactly 0</source>
        <translation>아래 화살표: 그 절반이 정확히 0에서 시작함</translation>
    </message>
    <message>
        <source>dashes and dots: {theory}</source>
        <translation>긴 점선: {theory}</translation>
    </message>
    <message>
        <source>Arrow keys left and right read the magnitude layer by layer, up and down the single seeds; Enter selects the layer</source>
        <translation>← → 키로 층마다 크기를 읽고, ↑ ↓ 키로 시드를 하나씩 봅니다. Enter 키는 층을 선택합니다</translation>
    </message>
</context>
<context>
    <name>StandingPanel</name>
    <message>
        <source>step {step}</source>
        <translation>{step}번째 걸음</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>순위</translation>
    </message>
</context>
<context>
    <name>Statistic</name>
    <message>
        <source>L2 norm</source>
        <translation>L2 노름</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>RMS</translation>
    </message>
    <message>
        <source>RMS {symbol}</source>
        <translation>RMS {symbol}</translation>
    </message>
    <message>
        <source>mean |·|</source>
        <translation>평균 |·|</translation>
    </message>
    <message>
        <source>mean |{symbol}|</source>
        <translation>평균 |{symbol}|</translation>
    </message>
    <message>
        <source>max |·|</source>
        <translation>최대 |·|</translation>
    </message>
    <message>
        <source>max |{symbol}|</source>
        <translation>최대 |{symbol}|</translation>
    </message>
</context>
<context>
    <name>StatisticBox</name>
    <message>
        <source>Statistic</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>How the numbers of a layer become one magnitude</source>
        <translation>층의 수들을 하나의 크기로 만드는 방법</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>units</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>mean of a</source>
        <translation>a의 평균</translation>
    </message>
    <message>
        <source>std of a</source>
        <translation>a의 표준편차</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>dead units</source>
        <translation>죽은 뉴런</translation>
    </message>
    <message>
        <source>decades by f′(z)</source>
        <translation>f′(z)의 자릿수</translation>
    </message>
    <message>
        <source>decades by Wᵀ</source>
        <translation>Wᵀ의 자릿수</translation>
    </message>
    <message>
        <source>state of {symbol}</source>
        <translation>{symbol}의 상태</translation>
    </message>
    <message>
        <source>lowest of {count}, log₁₀</source>
        <translation>{count}개의 최솟값, log₁₀</translation>
    </message>
    <message>
        <source>lower quartile of {count}, log₁₀</source>
        <translation>{count}개의 제1사분위수, log₁₀</translation>
    </message>
    <message>
        <source>median of {count}, log₁₀</source>
        <translation>{count}개의 중앙값, log₁₀</translation>
    </message>
    <message>
        <source>upper quartile of {count}, log₁₀</source>
        <translation>{count}개의 제3사분위수, log₁₀</translation>
    </message>
    <message>
        <source>highest of {count}, log₁₀</source>
        <translation>{count}개의 최댓값, log₁₀</translation>
    </message>
    <message>
        <source>seeds without a number</source>
        <translation>숫자가 없는 시드</translation>
    </message>
    <message>
        <source>{symbol}, seed {seed}</source>
        <translation>{symbol}, 시드 {seed}</translation>
    </message>
    <message>
        <source>theory, log₁₀</source>
        <translation>이론, log₁₀</translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>Save numbers as CSV</source>
        <translation>수를 CSV로 저장</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 표</translation>
    </message>
    <message>
        <source>Statistics of every layer</source>
        <translation>모든 층의 통계</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>수 복사</translation>
    </message>
    <message>
        <source>Save numbers as CSV…</source>
        <translation>수를 CSV로 저장…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>float64 · seed {seed} · {parameters} parameters</source>
        <translation>float64 · 시드 {seed} · 매개변수 {parameters}개</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>gradient check: {percent} % · cancel</source>
        <translation>기울기 검사: {percent} % · 취소</translation>
    </message>
    <message>
        <source>gradient check: failed</source>
        <translation>기울기 검사: 실패</translation>
    </message>
    <message>
        <source>gradient check: not checked</source>
        <translation>기울기 검사: 아직 안 함</translation>
    </message>
    <message>
        <source>gradient check: checked {checked} of {total} · worst {worst}</source>
        <translation>기울기 검사: {total}개 중 {checked}개 · 최대 오차 {worst}</translation>
    </message>
    <message>
        <source>gradient check: wrong · checked {checked} of {total} · worst {worst}</source>
        <translation>기울기 검사: 틀림 · {total}개 중 {checked}개 · 최대 오차 {worst}</translation>
    </message>
    <message>
        <source> · at kinks: {kinks}</source>
        <translation> · 꺾인 점: {kinks}</translation>
    </message>
    <message>
        <source>Compare every gradient with finite differences ({key}); click for the layers</source>
        <translation>모든 기울기를 유한 차분과 견줍니다({key}). 클릭하면 층별로 보입니다</translation>
    </message>
</context>
<context>
    <name>StepEdit</name>
    <message>
        <source>Keep nudged {symbol}</source>
        <translation>움직인 값 유지: {symbol}</translation>
    </message>
    <message>
        <source>Update {symbol}</source>
        <translation>갱신: {symbol}</translation>
    </message>
    <message>
        <source>Update all weights</source>
        <translation>모든 가중치 갱신</translation>
    </message>
    <message>
        <source>Update all parameters</source>
        <translation>모든 매개변수 갱신</translation>
    </message>
    <message>
        <source>Update all weights and biases</source>
        <translation>모든 가중치와 편향 갱신</translation>
    </message>
</context>
<context>
    <name>StepKind</name>
    <message>
        <source>cost</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>cost and activation</source>
        <translation>손실 함수와 활성화 함수</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>previous activation</source>
        <translation>앞 층의 활성값</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>가중합</translation>
    </message>
    <message>
        <source>residual connection</source>
        <translation>잔차 연결</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>scale of the normalization</source>
        <translation>정규화의 배율</translation>
    </message>
    <message>
        <source>shift of the normalization</source>
        <translation>정규화의 이동</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>way past the layer</source>
        <translation>층을 지나치는 길</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>규제 항</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>A path belongs to one sample. Choose a sample to unroll a parameter.</source>
        <translation>경로는 샘플 하나의 것입니다. 매개변수를 펼치려면 샘플을 고르세요.</translation>
    </message>
    <message>
        <source>Shown for one sample.</source>
        <translation>샘플 하나를 골라야 표시됩니다.</translation>
    </message>
    <message>
        <source>No numbers to show.</source>
        <translation>표시할 숫자가 없습니다.</translation>
    </message>
    <message>
        <source>Batch normalization in layer {layer} takes its mean and spread from the whole batch: every sample then depends on every other, and none has paths of its own. Whole layers show the gradient; in evaluation each sample has its paths.</source>
        <translation>{layer}층의 배치 정규화는 배치 전체에서 평균과 표준편차를 구합니다. 그래서 샘플마다 다른 모든 샘플에 달려 있고, 샘플 하나만의 경로가 없습니다. 기울기는 층 전체로 볼 수 있고, 평가에서는 샘플마다 경로가 있습니다.</translation>
    </message>
    <message>
        <source>Shown for whole layers.</source>
        <translation>층 전체로 보여 줍니다.</translation>
    </message>
    <message>
        <source>The forward pass overflowed in layer {layer}: no path has a number.</source>
        <translation>{layer}층: 순전파가 오버플로되어 경로에 수가 없습니다.</translation>
    </message>
    <message>
        <source>The step is gone with the edit: back at the start.</source>
        <translation>바꾸면서 이 단계가 사라져 처음으로 돌아왔습니다.</translation>
    </message>
    <message>
        <source>The layer of this step is gone: now at layer {layer}.</source>
        <translation>이 단계의 층이 사라졌습니다. 지금: {layer}층</translation>
    </message>
    <message>
        <source>The parameter is gone with the edit: now {parameter}.</source>
        <translation>바꾸면서 이 매개변수가 사라졌습니다. 지금: {parameter}</translation>
    </message>
    <message>
        <source>The path is no longer among the strongest: now path 1.</source>
        <translation>이 경로는 이제 가장 센 경로에 들지 않습니다. 지금: 경로 1</translation>
    </message>
    <message>
        <source>Unit {unit} of layer {layer} is gone, and its path with it: now path 1.</source>
        <translation>{layer}층의 {unit}번 뉴런과 함께 그 경로가 사라졌습니다. 지금: 경로 1</translation>
    </message>
    <message>
        <source>Sample {gone} is gone: now sample {sample}.</source>
        <translation>샘플 {gone}번이 사라졌습니다. 지금: 샘플 {sample}번</translation>
    </message>
</context>
<context>
    <name>StripRow</name>
    <message>
        <source>Looking for the strongest paths…</source>
        <translation>가장 강한 경로를 찾는 중…</translation>
    </message>
</context>
<context>
    <name>Study</name>
    <message>
        <source>Page beside the card</source>
        <translation>카드 옆 화면</translation>
    </message>
    <message>
        <source>What is shown beside the card ({keys}, …)</source>
        <translation>카드 옆에 보여 줄 것({keys}, …)</translation>
    </message>
</context>
<context>
    <name>StudyPage</name>
    <message>
        <source>Predict asks for numbers that this page shows. It opens at the end of the walk, or when Predict is off.</source>
        <translation>이 쪽이 보여 주는 수를 예측에서 묻고 있습니다. 끝까지 걸어가거나 예측을 끄면 열립니다.</translation>
    </message>
    <message>
        <source>A layer has a remedy. This page grows one product of f′ and weights into whole layers; a normalization and a residual connection have other factors. The parameter lens and the page of all paths show each of them.</source>
        <translation>처방이 있는 층이 있습니다. 이 페이지는 f′과 가중치의 곱 하나를 층 전체로 넓혀 갑니다. 정규화와 잔차 연결의 인수는 다르며, 매개변수 렌즈와 모든 경로 페이지가 하나씩 보여 줍니다.</translation>
    </message>
    <message>
        <source>Curve and product</source>
        <translation>곡선과 곱</translation>
    </message>
    <message>
        <source>All paths</source>
        <translation>모든 경로</translation>
    </message>
    <message>
        <source>From scalar to full</source>
        <translation>스칼라에서 행렬까지</translation>
    </message>
    <message>
        <source>Shortcut a − y</source>
        <translation>지름길 a − y</translation>
    </message>
    <message>
        <source>Zero and symmetric weights</source>
        <translation>0과 대칭인 가중치</translation>
    </message>
    <message>
        <source>Nudge</source>
        <translation>움직여 보기</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>글로 보기</translation>
    </message>
</context>
<context>
    <name>SumRows</name>
    <message>
        <source>difference (rounding)</source>
        <translation>차이(반올림 오차)</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>the {count} listed paths</source>
        <translation>보인 경로 {count}개</translation>
    </message>
    <message>
        <source>the other {count} paths</source>
        <translation>나머지 경로 {count}개</translation>
    </message>
    <message>
        <source>sum of all paths</source>
        <translation>모든 경로의 합</translation>
    </message>
    <message>
        <source>backpropagation (δ recursion)</source>
        <translation>역전파(δ 점화식)</translation>
    </message>
</context>
<context>
    <name>SweepPicture</name>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>게인</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>log₁₀ of {quantity}, first layer over last; median of {seeds} seeds</source>
        <translation>{quantity}: log₁₀(첫 층 ÷ 마지막 층), 시드 {seeds}개의 중앙값</translation>
    </message>
    <message>
        <source>log₁₀ of {quantity}, first layer over last; median of {seeds} seeds, bands from the lower to the upper quartile</source>
        <translation>{quantity}: log₁₀(첫 층 ÷ 마지막 층), 시드 {seeds}개의 중앙값, 띠는 사분위 범위</translation>
    </message>
    <message>
        <source>seeds {first} to {last} · mean over the batch</source>
        <translation>시드 {first}~{last} · 배치 평균</translation>
    </message>
    <message>
        <source>seeds {first} to {last} · sample {sample}</source>
        <translation>시드 {first}~{last} · 표본 {sample}</translation>
    </message>
    <message>
        <source>{shown} of {all} cells are shown.</source>
        <translation>전체 {all}칸 중 {shown}칸을 보입니다.</translation>
    </message>
    <message>
        <source>as in the project</source>
        <translation>프로젝트 그대로</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>불가능</translation>
    </message>
    <message>
        <source>{decades} per layer</source>
        <translation>층마다 {decades}</translation>
    </message>
    <message>
        <source>per layer: slope over the deeper half</source>
        <translation>층마다: 깊은 쪽 절반의 직선에서</translation>
    </message>
    <message>
        <source>no slope: it needs three points in the deeper half</source>
        <translation>직선 없음: 깊은 쪽 절반에 점이 세 개 필요</translation>
    </message>
    <message>
        <source>{axis} {value}</source>
        <translation>{axis} {value}</translation>
    </message>
</context>
<context>
    <name>Symmetry</name>
    <message>
        <source>{factor} is 0 throughout: in layer {layer} a remedy lets nothing through.</source>
        <translation>{factor}: 모두 0입니다. {layer}층에서 처방이 아무것도 통과시키지 않습니다.</translation>
    </message>
    <message>
        <source>No factor kills: something is left behind every layer.</source>
        <translation>곱을 0으로 만드는 인수가 없습니다. 모든 층에 기울기가 남습니다.</translation>
    </message>
    <message>
        <source>No factor is 0. What reads 0 is an underflow: too small for a float, and not zero.</source>
        <translation>0인 인수가 없습니다. 0으로 보이는 것은 언더플로입니다. 부동소수점으로 나타내기에 너무 작을 뿐 0이 아닙니다.</translation>
    </message>
    <message>
        <source>Behind {factor} the numbers underflow: too small for a float, and not zero.</source>
        <translation>{factor}: 이 인수 뒤로 언더플로입니다. 부동소수점으로 나타내기에 너무 작을 뿐 0이 아닙니다.</translation>
    </message>
    <message>
        <source>The cost kills: the output is where it should be, and nothing is left to learn.</source>
        <translation>손실에서 끊깁니다. 출력이 이미 목표와 같아 더 배울 것이 없습니다.</translation>
    </message>
    <message>
        <source>The activation of layer {layer} kills: every f′ there is 0.</source>
        <translation>{layer}층의 활성화에서 끊깁니다. 그 층의 f′이 모두 0입니다.</translation>
    </message>
    <message>
        <source>The activation of layer {layer} kills: wherever a gradient arrives, f′ is 0.</source>
        <translation>{layer}층의 활성화에서 끊깁니다. 기울기가 닿는 곳마다 f′이 0입니다.</translation>
    </message>
    <message>
        <source>{weights} kills: it is 0 and multiplies everything that goes on to layer {layer} and below.</source>
        <translation>{weights} = 0: 여기서 끊깁니다. {layer}층과 그 아래로 가는 모든 것에 곱해지기 때문입니다.</translation>
    </message>
    <message>
        <source>{weights} kills: every weight that a gradient meets on its way to layer {layer} is 0.</source>
        <translation>{weights}: 여기서 끊깁니다. {layer}층으로 가는 기울기가 만나는 가중치가 모두 0입니다.</translation>
    </message>
    <message>
        <source>{weights} kills: it is 0, and nothing comes back through it.</source>
        <translation>{weights} = 0: 여기서 끊깁니다. 이 가중치를 거쳐서는 아무것도 돌아오지 않습니다.</translation>
    </message>
    <message>
        <source>{weights} kills: every weight that a gradient meets in it is 0.</source>
        <translation>{weights}: 여기서 끊깁니다. 기울기가 만나는 가중치가 모두 0입니다.</translation>
    </message>
    <message>
        <source>{told} The way past layer {layer} stays open.</source>
        <translation>{told} {layer}층을 지나치는 길은 열려 있습니다.</translation>
    </message>
    <message>
        <source>{below} kills the gradient of {weights}: nothing comes in, for it is 0.</source>
        <translation>{below} = 0: 들어오는 것이 없어 이 가중치의 기울기가 0이 됩니다({weights}).</translation>
    </message>
    <message>
        <source>At {name} the terms add up to exactly 0.</source>
        <translation>{name}: 항들이 서로 상쇄되어 합이 정확히 0입니다.</translation>
    </message>
    <message>
        <source>On the path that is walked no factor is 0.</source>
        <translation>지금 따라가는 경로에는 0인 인수가 없습니다.</translation>
    </message>
    <message>
        <source>On the path that is walked {factor} kills.</source>
        <translation>지금 따라가는 경로가 끊기는 곳: {factor}.</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} compute the same number and always will: they come in and go out with equal weights, so they get equal gradients.</source>
        <translation>{layer}층의 뉴런 {units}: 지금도 앞으로도 언제나 같은 수를 계산합니다. 들어오는 가중치와 나가는 가중치가 같아 받는 기울기도 같기 때문입니다.</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} are copies up to rounding: only their last digits differ.</source>
        <translation>{layer}층의 뉴런 {units}: 반올림 오차까지는 서로 같습니다. 마지막 자릿수만 다릅니다.</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} compute the same number now. What goes out of them differs, so their gradients may part them.</source>
        <translation>{layer}층의 뉴런 {units}: 지금은 같은 수를 계산합니다. 나가는 가중치가 달라 기울기가 이들을 갈라놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} come in and go out with equal weights, but in training dropout silences one without the other, so their gradients part them.</source>
        <translation>{layer}층의 뉴런 {units}: 들어오는 가중치와 나가는 가중치가 같지만, 학습하는 동안 드롭아웃이 서로 다르게 꺼서 기울기가 이들을 갈라놓습니다.</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} come in and go out with equal weights, but the numbers of a normalization differ, so their gradients may part them.</source>
        <translation>{layer}층의 뉴런 {units}: 들어오는 가중치와 나가는 가중치가 같지만, 정규화의 수가 달라 기울기가 이들을 갈라놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>Units {units} of layer {layer} come in and go out with equal weights, but a residual connection leads something else past each, so their gradients may part them.</source>
        <translation>{layer}층의 뉴런 {units}: 들어오는 가중치와 나가는 가중치가 같지만, 잔차 연결이 저마다 다른 것을 지나치게 해서 기울기가 이들을 갈라놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has one unit: nothing to compare.</source>
        <translation>{layer}층은 뉴런이 하나라 견줄 것이 없습니다.</translation>
    </message>
    <message>
        <source>No unit of layer {layer} is a copy of another.</source>
        <translation>{layer}층에는 서로 같은 뉴런이 없습니다.</translation>
    </message>
    <message>
        <source>{name}: {told}.</source>
        <translation>{name}: {told}.</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>not 0 in layer {layers}</source>
        <translation>0이 아닌 층: {layers}</translation>
    </message>
    <message>
        <source>not 0 in layers {layers}</source>
        <translation>0이 아닌 층: {layers}</translation>
    </message>
    <message>
        <source>exactly 0 in layer {layers}</source>
        <translation>정확히 0인 층: {layers}</translation>
    </message>
    <message>
        <source>exactly 0 in layers {layers}</source>
        <translation>정확히 0인 층: {layers}</translation>
    </message>
    <message>
        <source>too small for a float in layer {layers}</source>
        <translation>부동소수점보다 작은 층: {layers}</translation>
    </message>
    <message>
        <source>too small for a float in layers {layers}</source>
        <translation>부동소수점보다 작은 층: {layers}</translation>
    </message>
    <message>
        <source>too large for a float in layer {layers}</source>
        <translation>부동소수점보다 큰 층: {layers}</translation>
    </message>
    <message>
        <source>too large for a float in layers {layers}</source>
        <translation>부동소수점보다 큰 층: {layers}</translation>
    </message>
    <message>
        <source>no number in layer {layers}</source>
        <translation>수가 아닌 층: {layers}</translation>
    </message>
    <message>
        <source>no number in layers {layers}</source>
        <translation>수가 아닌 층: {layers}</translation>
    </message>
    <message>
        <source>before the noise on {weight}</source>
        <translation>{weight}: 잡음을 더하기 전</translation>
    </message>
    <message>
        <source>with {amount} added to {weight}</source>
        <translation>{weight} + {amount}</translation>
    </message>
</context>
<context>
    <name>SymmetryPage</name>
    <message>
        <source>Zeros and copies</source>
        <translation>0과 복제</translation>
    </message>
    <message>
        <source>Gradient steps</source>
        <translation>경사 하강</translation>
    </message>
</context>
<context>
    <name>SymmetryTable</name>
    <message>
        <source>only one: nothing to compare</source>
        <translation>하나뿐이라 견줄 것이 없음</translation>
    </message>
    <message>
        <source>all equal, to the bit</source>
        <translation>비트까지 모두 같음</translation>
    </message>
    <message>
        <source>equal up to rounding</source>
        <translation>반올림 오차까지 같음</translation>
    </message>
    <message>
        <source>not all equal</source>
        <translation>서로 다름</translation>
    </message>
    <message>
        <source>not known: the numbers were lost</source>
        <translation>알 수 없음: 수를 잃어버림</translation>
    </message>
    <message>
        <source>not 0</source>
        <translation>0이 아님</translation>
    </message>
    <message>
        <source>exactly 0</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>underflow: too small for a float, and not zero</source>
        <translation>언더플로: 부동소수점보다 작을 뿐 0이 아님</translation>
    </message>
    <message>
        <source>overflow: too large for a float</source>
        <translation>오버플로: 부동소수점보다 큼</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>entries of {of}</source>
        <translation>성분: {of}</translation>
    </message>
    <message>
        <source>rows of {of} compared</source>
        <translation>행 비교: {of}</translation>
    </message>
    <message>
        <source>columns of {of} compared</source>
        <translation>열 비교: {of}</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>cols</source>
        <translation>열</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>every entry is 0</source>
        <translation>모든 성분이 0</translation>
    </message>
    <message>
        <source>every entry is {value}</source>
        <translation>모든 성분: {value}</translation>
    </message>
    <message>
        <source>different entries</source>
        <translation>성분이 서로 다름</translation>
    </message>
    <message>
        <source>units that are copies of each other</source>
        <translation>서로 같은 뉴런</translation>
    </message>
    <message>
        <source>no copies</source>
        <translation>같은 뉴런 없음</translation>
    </message>
</context>
<context>
    <name>Theory</name>
    <message>
        <source>With this cost the gradient at the output depends on the weights, which theory leaves out: choose the cost “probe” to see its line.</source>
        <translation>이 손실 함수에서는 출력의 기울기가 가중치에 따라 달라지는데, 이론은 이를 다루지 않습니다. 이론선을 보려면 손실 함수를 “probe”로 고르세요.</translation>
    </message>
    <message>
        <source>The weights of layer {layer} are typed: theory speaks of drawn ones.</source>
        <translation>{layer}층의 가중치는 직접 입력한 값입니다. 이론은 무작위로 뽑은 가중치를 다룹니다.</translation>
    </message>
    <message>
        <source>Softmax mixes its units: theory speaks of activations that act on each alone.</source>
        <translation>소프트맥스는 뉴런들을 섞습니다. 이론은 뉴런마다 따로 작용하는 활성화 함수를 다룹니다.</translation>
    </message>
    <message>
        <source>The weights of layer {layer} are not drawn independently of one another.</source>
        <translation>{layer}층의 가중치들은 서로 독립으로 뽑은 값이 아닙니다.</translation>
    </message>
    <message>
        <source>The weights of layer {layer} are fitted to the data, which theory leaves out.</source>
        <translation>{layer}층의 가중치는 데이터에 맞춘 값인데, 이론은 이를 다루지 않습니다.</translation>
    </message>
    <message>
        <source>The biases of layer {layer} are not normal and too large to be taken for it.</source>
        <translation>{layer}층의 편향은 정규분포가 아니고, 그렇게 보기에는 너무 큽니다.</translation>
    </message>
    <message>
        <source>The network is too narrow for its depth: single draws differ too much for one line.</source>
        <translation>신경망이 깊이에 비해 너무 좁습니다. 뽑을 때마다 차이가 커서 선 하나로 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>With this gain the signal either dies out or stays large, by the luck of the draw: there is no one line.</source>
        <translation>이 게인에서는 뽑기 운에 따라 신호가 사라지거나 큰 값으로 남습니다. 선 하나로 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Layer {layer} has a remedy: the theory drawn here is that of plain layers.</source>
        <translation>{layer}층에 처방이 있습니다. 여기에 그린 이론은 처방 없는 층의 것입니다.</translation>
    </message>
    <message>
        <source>The line is of δ, or of the signal: choose one of them to see what theory says.</source>
        <translation>이론선은 δ와 신호에만 있습니다. 둘 가운데 하나를 고르면 보입니다.</translation>
    </message>
    <message>
        <source>The line is of δ as L2 norm or RMS: theory gives no other number.</source>
        <translation>이론선은 δ의 L2 노름이나 RMS에만 있습니다. 이론은 다른 통계를 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>χ = 1: deep in the network ‖δ‖ keeps its size.</source>
        <translation>χ = 1: 신경망 깊은 곳에서 ‖δ‖의 크기가 그대로입니다.</translation>
    </message>
    <message>
        <source>χ = {chi}: deep in the network ‖δ‖ falls by {decades} decades a layer.</source>
        <translation>χ = {chi}: 신경망 깊은 곳에서 ‖δ‖의 크기가 한 층마다 {decades}자리씩 줄어듭니다.</translation>
    </message>
    <message>
        <source>χ = {chi}: deep in the network ‖δ‖ grows by {decades} decades a layer.</source>
        <translation>χ = {chi}: 신경망 깊은 곳에서 ‖δ‖의 크기가 한 층마다 {decades}자리씩 늘어납니다.</translation>
    </message>
    <message>
        <source>Var z settles at {length} within ξ = {depth} layers.</source>
        <translation>z의 분산은 ξ = {depth}층에 걸쳐 {length} 값으로 모입니다.</translation>
    </message>
    <message>
        <source>Two inputs grow alike over ξ = {depth} layers.</source>
        <translation>두 입력은 ξ = {depth}층에 걸쳐 서로 비슷해집니다.</translation>
    </message>
    <message>
        <source>Two inputs drift to a fixed likeness over ξ = {depth} layers.</source>
        <translation>두 입력의 닮은 정도는 ξ = {depth}층에 걸쳐 일정한 값으로 갑니다.</translation>
    </message>
    <message>
        <source>The signal settles nowhere with this gain: theory knows no slope.</source>
        <translation>이 게인에서는 신호가 한 값에 머물지 않아 이론으로 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing passes back through these layers: theory expects exactly 0.</source>
        <translation>이 층들은 기울기를 전혀 통과시키지 않습니다. 이론값은 정확히 0입니다.</translation>
    </message>
</context>
<context>
    <name>TheoryNote</name>
    <message>
        <source>Use this cost</source>
        <translation>이 손실 함수 쓰기</translation>
    </message>
    <message>
        <source>Set the cost to probe</source>
        <translation>손실 함수를 probe로 바꾸기</translation>
    </message>
    <message>
        <source>One undo step takes it back</source>
        <translation>실행 취소 한 번으로 되돌립니다</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Start, before the {count} steps</source>
        <translation>처음, {count}단계 앞</translation>
    </message>
    <message>
        <source>Factor {number} of {count}: {symbol}, {kind}, layer {layer}</source>
        <translation>인수 {count}개 중 {number}번: {symbol}, {kind}, {layer}층</translation>
    </message>
    <message>
        <source>Value {number} of {count}: {symbol}, {kind}, layer {layer}</source>
        <translation>값 {count}개 중 {number}번: {symbol}, {kind}, {layer}층</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>시간 줄</translation>
    </message>
</context>
<context>
    <name>TitleDialog</name>
    <message>
        <source>Rename project</source>
        <translation>프로젝트 이름 바꾸기</translation>
    </message>
    <message>
        <source>Title of the project</source>
        <translation>프로젝트 제목</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>메뉴 (F10)</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>{workspace} ({keys})</source>
        <translation>{workspace} ({keys})</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>예제</translation>
    </message>
    <message>
        <source>Presets: built-in projects</source>
        <translation>예제: 들어 있는 프로젝트</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Theme: follow the system, light or dark</source>
        <translation>테마: 시스템, 밝게, 어둡게</translation>
    </message>
</context>
<context>
    <name>TrainWorkspace</name>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>At step {step}</source>
        <translation>{step}번째 걸음</translation>
    </message>
    <message>
        <source>How far the last step moved each layer</source>
        <translation>마지막 걸음에 층마다 움직인 정도</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Every layer has moved by more than a thousandth of its size since the start.</source>
        <translation>모든 층이 시작부터 지금까지 자기 크기의 천분의 일 넘게 움직였습니다.</translation>
    </message>
    <message>
        <source>No layer has moved by as much as a thousandth of its size since the start.</source>
        <translation>시작부터 지금까지 자기 크기의 천분의 일만큼이라도 움직인 층이 없습니다.</translation>
    </message>
    <message>
        <source>Hardly moved since the start, by less than a thousandth of their size: layers {layers}.</source>
        <translation>시작부터 거의 움직이지 않은 층(자기 크기의 천분의 일 미만): {layers}층.</translation>
    </message>
    <message>
        <source>Hardly moved since the start, by less than a thousandth of its size: layer {layer}.</source>
        <translation>시작부터 거의 움직이지 않은 층(자기 크기의 천분의 일 미만): {layer}층.</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{count} earlier lines are in the copy and in the saved file.</source>
        <translation>앞의 {count}줄은 복사본과 저장한 파일에 들어 있습니다.</translation>
    </message>
</context>
<context>
    <name>TranscriptPage</name>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Could not save: {reason}</source>
        <translation>저장하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>저장했습니다: {file}</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>텍스트 (*.txt)</translation>
    </message>
    <message>
        <source>Save the transcript</source>
        <translation>글 저장</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>걷기</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>자막</translation>
    </message>
    <message>
        <source>Transcript of the walk</source>
        <translation>걸어온 길의 글</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>말로</translation>
    </message>
    <message>
        <source>Write quantities and numbers in words, to be read aloud</source>
        <translation>소리 내어 읽을 수 있게 기호와 수를 말로 씁니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy every line ({key} in the text)</source>
        <translation>모든 줄 복사 (글에서 {key})</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save every line as text</source>
        <translation>모든 줄을 텍스트로 저장</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Speed: {speed} steps a second</source>
        <translation>속도: 1초에 {speed}단계</translation>
    </message>
    <message>
        <source>Keys: &gt; faster, &lt; slower</source>
        <translation>키: &gt; 빠르게, &lt; 느리게</translation>
    </message>
    <message>
        <source>Next value</source>
        <translation>다음 값</translation>
    </message>
    <message>
        <source>Next factor</source>
        <translation>다음 인수</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
</context>
<context>
    <name>TwoWays</name>
    <message>
        <source>Two factors</source>
        <translation>두 인수</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>지름길</translation>
    </message>
    <message>
        <source>Use sigmoid with binary cross-entropy</source>
        <translation>시그모이드와 이진 교차 엔트로피 쓰기</translation>
    </message>
    <message>
        <source>Use softmax with cross-entropy</source>
        <translation>소프트맥스와 교차 엔트로피 쓰기</translation>
    </message>
    <message>
        <source>The two ways are those of one sample. Choose a sample to see them.</source>
        <translation>두 길은 표본 하나에 대한 것입니다. 표본을 선택하면 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The forward pass overflowed in layer {layer}: the output has no numbers.</source>
        <translation>{layer}층: 순전파가 오버플로되어 출력에 수가 없습니다.</translation>
    </message>
    <message>
        <source>The Jacobian of a softmax over {units} units is too large to show.</source>
        <translation>뉴런 {units}개에 대한 소프트맥스의 야코비 행렬은 너무 커서 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>{sent} = −y/a + (1 − y)/(1 − a). It divides by a(1 − a), so it is enormous where the output is sure and wrong.</source>
        <translation>{sent} = −y/a + (1 − y)/(1 − a). a(1 − a)로 나누므로, 확신하는데 틀린 출력에서 매우 커집니다.</translation>
    </message>
    <message>
        <source>{sent} = −y/a for every output: it divides by a, so it is enormous where the right output is almost 0.</source>
        <translation>모든 출력에 대해 {sent} = −y/a. a로 나누므로, 맞혀야 할 출력이 0에 가까우면 매우 커집니다.</translation>
    </message>
    <message>
        <source>{local} is the slope of the sigmoid, a(1 − a): almost 0 where the output saturates.</source>
        <translation>{local} = a(1 − a), 곧 시그모이드의 기울기입니다. 출력이 포화되면 거의 0입니다.</translation>
    </message>
    <message>
        <source>From the cost to {letter} of one output: factor by factor, by the shortcut, and with a squared error instead. “Next stage” reveals the first factor.</source>
        <translation>손실 함수에서 한 출력의 {letter}까지 가는 세 가지 길입니다. 인수를 하나씩 곱하는 길, 지름길, 그리고 제곱 오차를 썼을 때의 길입니다. “다음 단계”를 누르면 첫 인수가 나타납니다.</translation>
    </message>
    <message>
        <source>{local} is a whole matrix, because every output depends on every {letter}; [j = i] is 1 where j is i and 0 elsewhere. The column of this {letter} counts here.</source>
        <translation>모든 출력이 모든 {letter}에 달려 있으므로 {local} 전체가 행렬입니다. [j = i]는 j와 i가 같으면 1, 아니면 0입니다. 여기서는 이 {letter}의 열만 쓰입니다.</translation>
    </message>
    <message>
        <source>The slope stands above and below the line: it cancels, and {value} is left.</source>
        <translation>기울기가 분모와 분자에 하나씩 있으므로 약분되고, 남는 것은 {value}입니다.</translation>
    </message>
    <message>
        <source>Every a below the line cancels. As the targets add to 1, the sum leaves a − y = {value}.</source>
        <translation>분모의 a가 모두 약분됩니다. 목표값의 합이 1이므로 남는 것은 a − y = {value}입니다.</translation>
    </message>
    <message>
        <source>It cancels, but not in float64: so near saturation the factors have lost their digits, and their product is {value} instead of {true}.</source>
        <translation>식에서는 약분되지만 float64에서는 아닙니다. 포화에 이만큼 가까우면 인수들이 자릿수를 잃어, 곱이 {true} 대신 {value}입니다.</translation>
    </message>
    <message>
        <source>float64 cannot: here it has {why}, so it divides by 0, and the product of the two factors is {value}.</source>
        <translation>float64로는 할 수 없습니다. 여기서 {why}, 그래서 0으로 나누게 되고 두 인수의 곱은 {value}입니다.</translation>
    </message>
    <message>
        <source>The shortcut goes straight to a − y = {value}. Difference from the two factors: {difference}.</source>
        <translation>지름길은 곧장 a − y = {value}입니다. 두 인수의 곱과의 차이: {difference}.</translation>
    </message>
    <message>
        <source>The shortcut goes straight to a − y = {value}: it divides by nothing, so it keeps every digit where the two factors fail.</source>
        <translation>지름길은 곧장 a − y = {value}입니다. 나누는 것이 없어서, 두 인수가 실패하는 곳에서도 자릿수를 모두 지킵니다.</translation>
    </message>
    <message>
        <source>The same output with a squared error: {sent} has no denominator.</source>
        <translation>같은 출력에 제곱 오차를 쓰면 {sent} 안에 분모가 없습니다.</translation>
    </message>
    <message>
        <source>So nothing cancels the slope of the sigmoid: it stays in the product.</source>
        <translation>그래서 시그모이드의 기울기를 약분할 것이 없고, 기울기가 곱에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>So nothing cancels the Jacobian of the softmax: it stays in the product.</source>
        <translation>그래서 소프트맥스의 야코비 행렬을 약분할 것이 없고, 행렬이 곱에 그대로 남습니다.</translation>
    </message>
    <message>
        <source>At {letter} the squared error leaves {squared}, the pair {pair}.</source>
        <translation>{letter}에 남는 것은 제곱 오차에서 {squared}, 짝을 이룬 손실 함수에서 {pair}입니다.</translation>
    </message>
    <message>
        <source>At {letter} the squared error leaves {squared}, the pair {pair}: {times} times as much, because σ′ is gone.</source>
        <translation>{letter}에 남는 것은 제곱 오차에서 {squared}, 짝을 이룬 손실 함수에서 {pair}입니다. σ′이 사라져서 {times}배입니다.</translation>
    </message>
    <message>
        <source>At {letter} the squared error leaves {squared}, the pair {pair}: {times} times as much, because the Jacobian is gone.</source>
        <translation>{letter}에 남는 것은 제곱 오차에서 {squared}, 짝을 이룬 손실 함수에서 {pair}입니다. 야코비 행렬이 사라져서 {times}배입니다.</translation>
    </message>
</context>
<context>
    <name>TwoWaysPage</name>
    <message>
        <source>Look at sample {sample}</source>
        <translation>표본 {sample} 보기</translation>
    </message>
    <message>
        <source>The network has another output; the numbers are of this pair on its {letter}.</source>
        <translation>이 신경망의 출력은 다릅니다. 숫자는 같은 {letter}에 이 짝을 얹은 것입니다.</translation>
    </message>
    <message>
        <source>Chosen, it comes with a target of its own: y = {target}.</source>
        <translation>이 짝을 쓰면 목표값도 바뀝니다: y = {target}.</translation>
    </message>
    <message>
        <source>Stage {stage} of {count}</source>
        <translation>{count}단계 중 {stage}단계</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>Output activation with its cross-entropy</source>
        <translation>출력 활성화 함수와 그 교차 엔트로피</translation>
    </message>
    <message>
        <source>Output unit</source>
        <translation>출력 뉴런</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>One stage back (← in the formulas)</source>
        <translation>한 단계 뒤로(수식에서는 ←)</translation>
    </message>
    <message>
        <source>One stage on (→ in the formulas)</source>
        <translation>한 단계 앞으로(수식에서는 →)</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Swap with run {letter}</source>
        <translation>실행 {letter}: 지금과 바꾸기</translation>
    </message>
    <message>
        <source>Rename the project</source>
        <translation>프로젝트 이름 바꾸기</translation>
    </message>
    <message>
        <source>Data from “{file}”</source>
        <translation>“{file}”의 데이터</translation>
    </message>
    <message>
        <source>Training run of {steps} steps</source>
        <translation>{steps}걸음의 학습</translation>
    </message>
    <message>
        <source>Put back the numbers before the run</source>
        <translation>학습 전의 수로 되돌리기</translation>
    </message>
    <message>
        <source>Take the edit back</source>
        <translation>편집 되돌리기</translation>
    </message>
    <message>
        <source>Load {cell}</source>
        <translation>불러오기: {cell}</translation>
    </message>
    <message>
        <source>Take {depth} layers from a scan</source>
        <translation>훑어보기에서 {depth}개 층 가져오기</translation>
    </message>
    <message>
        <source>Take gain {gain} from a scan</source>
        <translation>훑어보기에서 게인 {gain} 가져오기</translation>
    </message>
    <message>
        <source>Open “{source}”</source>
        <translation>“{source}” 열기</translation>
    </message>
    <message>
        <source>Start “{title}”</source>
        <translation>“{title}” 시작</translation>
    </message>
    <message>
        <source>Open racer {racer}</source>
        <translation>주자 {racer} 열기</translation>
    </message>
</context>
<context>
    <name>UnitPicture</name>
    <message>
        <source>input 2</source>
        <translation>입력 2</translation>
    </message>
    <message>
        <source>input 1</source>
        <translation>입력 1</translation>
    </message>
</context>
<context>
    <name>UnitView</name>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Response of unit {unit}, {symbol}</source>
        <translation>뉴런 {unit}의 반응, {symbol}</translation>
    </message>
    <message>
        <source>The first {shown} of {units} units.</source>
        <translation>뉴런 {units}개 가운데 처음 {shown}개입니다.</translation>
    </message>
    <message>
        <source>{symbol} from {low} to {high}</source>
        <translation>{symbol}: {low} ~ {high}</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>Layer whose units are shown</source>
        <translation>뉴런을 보여 줄 층</translation>
    </message>
    <message>
        <source>A click, Enter or Esc shows all units again</source>
        <translation>누르거나 Enter, Esc를 누르면 다시 모든 뉴런을 보여 줍니다</translation>
    </message>
    <message>
        <source>Unit that is shown large, or all</source>
        <translation>크게 보여 줄 뉴런, 또는 전체</translation>
    </message>
    <message>
        <source>Response of each unit</source>
        <translation>뉴런마다의 반응</translation>
    </message>
</context>
<context>
    <name>Update</name>
    <message>
        <source>{cost} now</source>
        <translation>지금 {cost}</translation>
    </message>
    <message>
        <source>Δ{cost} predicted</source>
        <translation>Δ{cost} 예측</translation>
    </message>
    <message>
        <source>Δ{cost} really</source>
        <translation>Δ{cost} 실제</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>{cost} after it</source>
        <translation>다음 {cost}</translation>
    </message>
    <message>
        <source>This step is so large that numbers overflow: {cost} would be no finite number, and the step is not taken. Choose a smaller one.</source>
        <translation>이 걸음은 너무 커서 수가 오버플로됩니다. {cost} 값이 유한하지 않게 되므로 걷지 않습니다. 더 작은 걸음을 고르세요.</translation>
    </message>
    <message>
        <source>The gradient is 0: a step of any size stays where it is.</source>
        <translation>기울기가 0이므로, 아무리 큰 걸음도 제자리입니다.</translation>
    </message>
    <message>
        <source>{cost} rises: the step goes beyond where the straight line still tells the truth.</source>
        <translation>{cost} 값이 커집니다. 직선이 맞는 범위를 넘어선 걸음입니다.</translation>
    </message>
    <message>
        <source>The penalties of the training plan are left out: this step is of {cost} alone.</source>
        <translation>학습 계획의 규제 항은 뺐습니다. 이 걸음은 {cost}만의 것입니다.</translation>
    </message>
    <message>
        <source>As in training, the running means and variances of batch normalization follow the batch.</source>
        <translation>배치 정규화의 이동 평균과 이동 분산은 학습에서처럼 배치를 따라갑니다.</translation>
    </message>
    <message>
        <source>The running means and variances of batch normalization stay: they follow only a step of all parameters.</source>
        <translation>배치 정규화의 이동 평균과 이동 분산은 그대로입니다. 모든 매개변수를 움직이는 걸음에서만 배치를 따라갑니다.</translation>
    </message>
    <message>
        <source>In evaluation the running means and variances of batch normalization are fixed numbers, and stay.</source>
        <translation>평가에서 배치 정규화의 이동 평균과 이동 분산은 정해진 수이므로 그대로입니다.</translation>
    </message>
    <message>
        <source>Dropout silences the same units before and after the step.</source>
        <translation>드롭아웃은 걸음 전과 후에 같은 뉴런을 끕니다.</translation>
    </message>
    <message>
        <source>Steps taken: {count}. {cost}: {way}</source>
        <translation>걸음 수: {count}. {cost}: {way}</translation>
    </message>
</context>
<context>
    <name>UpdatePage</name>
    <message>
        <source>batch of {samples}</source>
        <translation>{samples}개 배치</translation>
    </message>
    <message>
        <source>sample {sample}</source>
        <translation>샘플 {sample}</translation>
    </message>
    <message>
        <source>Update, {scope}</source>
        <translation>갱신, {scope}</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>No finite cost to show.</source>
        <translation>보여 줄 유한한 손실이 없습니다.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Move only {symbol}</source>
        <translation>하나만 갱신: {symbol}</translation>
    </message>
    <message>
        <source>Move all weights</source>
        <translation>모든 가중치 갱신</translation>
    </message>
    <message>
        <source>Move all weights, biases, γ and β</source>
        <translation>모든 가중치, 편향, γ, β 갱신</translation>
    </message>
    <message>
        <source>Move all weights and biases</source>
        <translation>모든 가중치와 편향 갱신</translation>
    </message>
    <message>
        <source>Which parameters move</source>
        <translation>갱신할 매개변수</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>+ biases</source>
        <translation>+ 편향</translation>
    </message>
    <message>
        <source>Step size η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Step size η, typed</source>
        <translation>학습률 η 입력</translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation>한 걸음 가기</translation>
    </message>
    <message>
        <source>Update the network, which can be undone; the walk starts anew in it</source>
        <translation>신경망을 갱신합니다(실행 취소 가능). 갱신된 신경망에서 처음부터 다시 걷습니다</translation>
    </message>
    <message>
        <source>The cost along the step</source>
        <translation>걸음을 따라 본 손실</translation>
    </message>
    <message>
        <source>Cost along w − t∇{cost}; dashed: the straight line of the gradient</source>
        <translation>w − t∇{cost} 위의 손실. 점선: 기울기가 예측하는 직선</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>이 걸음의 결과</translation>
    </message>
</context>
<context>
    <name>UpdateView</name>
    <message>
        <source>The numbers of the update are kept for the newest step alone.</source>
        <translation>갱신의 수는 가장 새로운 걸음의 것만 남아 있습니다.</translation>
    </message>
    <message>
        <source>After the first step.</source>
        <translation>첫걸음 뒤에 나타납니다.</translation>
    </message>
    <message>
        <source>Step {step}, η = {rate}</source>
        <translation>{step}번째 걸음, η = {rate}</translation>
    </message>
    <message>
        <source>to</source>
        <translation>받는 뉴런</translation>
    </message>
    <message>
        <source>from</source>
        <translation>주는 뉴런</translation>
    </message>
    <message>
        <source>a weight</source>
        <translation>가중치 하나</translation>
    </message>
    <message>
        <source>γ of the normalization</source>
        <translation>정규화의 γ</translation>
    </message>
    <message>
        <source>β of the normalization</source>
        <translation>정규화의 β</translation>
    </message>
    <message>
        <source>Unit that the weight leads to</source>
        <translation>가중치가 향하는 뉴런</translation>
    </message>
    <message>
        <source>Unit that the weight comes from</source>
        <translation>가중치가 나오는 뉴런</translation>
    </message>
    <message>
        <source>The update of the weight</source>
        <translation>가중치의 갱신</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Healthy</source>
        <translation>건강함</translation>
    </message>
    <message>
        <source>Uneven</source>
        <translation>고르지 않음</translation>
    </message>
    <message>
        <source>Vanishing</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>Exploding</source>
        <translation>기울기 폭주</translation>
    </message>
    <message>
        <source>Symmetric</source>
        <translation>대칭</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>죽은 뉴런</translation>
    </message>
    <message>
        <source>Exactly zero</source>
        <translation>정확히 0</translation>
    </message>
    <message>
        <source>Overflow</source>
        <translation>오버플로</translation>
    </message>
    <message>
        <source>Not a number</source>
        <translation>수가 아님</translation>
    </message>
    <message>
        <source>{quantity} differs by {spread:.2f} decades between the layers, less than 2.</source>
        <translation>{quantity}: 층 사이의 차이가 {spread:.2f}자리로 2자리보다 작습니다.</translation>
    </message>
    <message>
        <source>One layer alone: there is nothing to compare.</source>
        <translation>층이 하나뿐이라 견줄 것이 없습니다.</translation>
    </message>
    <message>
        <source>{quantity} is exactly 0 where batch normalization takes the mean, and the bias with it, off again: such a bias has no effect.</source>
        <translation>{quantity}: 배치 정규화가 평균과 함께 편향도 다시 빼는 곳에서는 정확히 0입니다. 그런 편향은 효과가 없습니다.</translation>
    </message>
    <message>
        <source>{quantity} of layer {worst} lies {worst_decades:+.1f} decades from the middle of the layers.</source>
        <translation>{worst}층의 {quantity}: 층들의 가운데에서 {worst_decades:+.1f}자리 떨어져 있습니다.</translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {decades:.1f} decades smaller than of layer {last}.</source>
        <translation>{first}층의 {quantity}: {last}층보다 {decades:.1f}자리 작습니다.</translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {times:,.0f} times smaller than of layer {last}.</source>
        <translation>{first}층의 {quantity}: {last}층의 {times:,.0f}분의 1입니다.</translation>
    </message>
    <message>
        <source>{quantity} of every layer is {distance:.1f} decades or more smaller than the gradient that the cost sent.</source>
        <translation>모든 층의 {quantity}: 손실 함수가 보낸 기울기보다 {distance:.1f}자리 이상 작습니다.</translation>
    </message>
    <message>
        <source>Layer {worst}: {quantity} is not 0, but too small for floating point to hold.</source>
        <translation>{worst}층의 {quantity}: 0은 아니지만 부동소수점에 담기에는 너무 작습니다.</translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {decades:.1f} decades larger than of layer {last}.</source>
        <translation>{first}층의 {quantity}: {last}층보다 {decades:.1f}자리 큽니다.</translation>
    </message>
    <message>
        <source>{quantity} of layer {first} is {times:,.0f} times larger than of layer {last}.</source>
        <translation>{first}층의 {quantity}: {last}층의 {times:,.0f}배입니다.</translation>
    </message>
    <message>
        <source>{quantity} of every layer is {distance:.1f} decades or more larger than the gradient that the cost sent.</source>
        <translation>모든 층의 {quantity}: 손실 함수가 보낸 기울기보다 {distance:.1f}자리 이상 큽니다.</translation>
    </message>
    <message>
        <source>Hidden layers {layers}: all units of a layer are equal and receive equal gradients, so no step can tell them apart.</source>
        <translation>은닉층 {layers}: 한 층의 뉴런이 모두 같고 기울기도 같아서 어떤 걸음으로도 나뉘지 않습니다.</translation>
    </message>
    <message>
        <source>Layer {worst}: f′(z) is 0 for every sample in {dead_percent} % of the units.</source>
        <translation>{worst}층: 뉴런의 {dead_percent} %가 모든 샘플에서 f′(z) = 0입니다.</translation>
    </message>
    <message>
        <source>Hidden layer {first}: all units are equal and receive equal gradients, so no step can tell them apart.</source>
        <translation>은닉층 {first}: 뉴런이 모두 같고 기울기도 같아서 어떤 걸음으로도 나뉘지 않습니다.</translation>
    </message>
    <message>
        <source>Layer {worst} lets no gradient through: every ∂C/∂z there is exactly 0.</source>
        <translation>{worst}층: 기울기를 전혀 통과시키지 않습니다. 모든 ∂C/∂z가 정확히 0입니다.</translation>
    </message>
    <message>
        <source>Layer {worst} is a dead branch: every ∂C/∂z and ∂C/∂W there is exactly 0. The way past it stays open.</source>
        <translation>{worst}층: 죽은 가지입니다. 그곳의 모든 ∂C/∂z와 ∂C/∂W가 정확히 0입니다. 층을 지나치는 길은 열려 있습니다.</translation>
    </message>
    <message>
        <source>Every weight of layer {worst} is 0, so every ∂C/∂z below it is exactly 0.</source>
        <translation>{worst}층의 가중치가 모두 0이라 그 아래의 ∂C/∂z가 모두 정확히 0입니다.</translation>
    </message>
    <message>
        <source>∂C/∂a of the last layer is exactly 0: the cost has nothing left to correct.</source>
        <translation>마지막 층의 ∂C/∂a가 정확히 0입니다. 손실 함수가 더 고칠 것이 없습니다.</translation>
    </message>
    <message>
        <source>Layer {worst}: {quantity} is exactly 0, because everything that comes into the layer is 0.</source>
        <translation>{worst}층: 층에 들어오는 값이 모두 0이어서 {quantity}: 정확히 0입니다.</translation>
    </message>
    <message>
        <source>{quantity} of every layer is exactly 0: what is added up there cancels.</source>
        <translation>모든 층의 {quantity}: 더해지는 것들이 서로 상쇄되어 정확히 0입니다.</translation>
    </message>
    <message>
        <source>Layer {worst}: the forward pass left the range of floating point.</source>
        <translation>{worst}층: 순전파가 부동소수점의 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>The cost left the range of floating point.</source>
        <translation>손실이 부동소수점의 범위를 벗어났습니다.</translation>
    </message>
    <message>
        <source>Layer {worst}: {quantity} is not a number.</source>
        <translation>{worst}층의 {quantity}: 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Of this, activations: {activation:+.1f} decades, weights: {weights:+.1f}, other: {other:+.1f}.</source>
        <translation>그 가운데 활성화 {activation:+.1f}자리, 가중치 {weights:+.1f}자리, 그 밖 {other:+.1f}자리.</translation>
    </message>
    <message>
        <source>From layer {last} down to layer {first}, activations: {activation:+.1f} decades, weights: {weights:+.1f}, other: {other:+.1f}.</source>
        <translation>{last}층에서 {first}층까지 내려오는 동안 활성화 {activation:+.1f}자리, 가중치 {weights:+.1f}자리, 그 밖 {other:+.1f}자리.</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} 쓰기</translation>
    </message>
    <message>
        <source>Use bias {name}</source>
        <translation>편향 {name} 쓰기</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>Since the beginning: {right} of {asked} right</source>
        <translation>처음부터: {asked}문제 중 {right}개 정답</translation>
    </message>
    <message>
        <source>Practice ({count} due)</source>
        <translation>연습 (복습 {count}개)</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>연습</translation>
    </message>
    <message>
        <source>A question on fresh numbers, of a kind that was missed or is new</source>
        <translation>틀렸거나 새로운 종류의 문제를 새 숫자로 풉니다</translation>
    </message>
</context>
<context>
    <name>VerdictBox</name>
    <message>
        <source>No numbers</source>
        <translation>수가 없음</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>In layer {layers}; Undo takes it back</source>
        <translation>{layers}층에 적용합니다. 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>In layers {layers}; Undo takes it back</source>
        <translation>{layers}층에 적용합니다. 실행 취소로 되돌립니다</translation>
    </message>
    <message>
        <source>How the verdict is reached</source>
        <translation>판정하는 방법</translation>
    </message>
    <message>
        <source>Rules of the verdict</source>
        <translation>판정 규칙</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>underflow</source>
        <translation>언더플로</translation>
    </message>
</context>
<context>
    <name>WaterfallCanvas</name>
    <message>
        <source>{factor}: not multiplied in yet</source>
        <translation>{factor}: 아직 곱하지 않음</translation>
    </message>
    <message>
        <source>{factor}: the product is 0 already</source>
        <translation>{factor}: 곱이 이미 0</translation>
    </message>
    <message>
        <source>{factor}: kills here, the product is 0 from it on</source>
        <translation>{factor}: 여기서 끊겨 이 인수부터 곱이 0</translation>
    </message>
    <message>
        <source>{factor}: {decades} decades</source>
        <translation>{factor}: {decades}자리</translation>
    </message>
</context>
<context>
    <name>WaterfallPanel</name>
    <message>
        <source>log₁₀ ‖gradient‖</source>
        <translation>log₁₀ ‖기울기‖</translation>
    </message>
    <message>
        <source>log₁₀ RMS</source>
        <translation>log₁₀ RMS</translation>
    </message>
    <message>
        <source>log₁₀ |product|</source>
        <translation>log₁₀ |곱|</translation>
    </message>
    <message>
        <source>Size of the signal</source>
        <translation>신호의 크기</translation>
    </message>
    <message>
        <source>Running product</source>
        <translation>지금까지의 곱</translation>
    </message>
    <message>
        <source>Running product = {value}</source>
        <translation>지금까지의 곱 = {value}</translation>
    </message>
    <message>
        <source>Product = {value}</source>
        <translation>곱 = {value}</translation>
    </message>
</context>
<context>
    <name>WeightTable</name>
    <message>
        <source>into unit {unit} of layer {layer}</source>
        <translation>→ {layer}층 뉴런 {unit}</translation>
    </message>
    <message>
        <source>from input {unit}</source>
        <translation>입력 {unit} →</translation>
    </message>
    <message>
        <source>from unit {unit} of layer {layer}</source>
        <translation>{layer}층 뉴런 {unit} →</translation>
    </message>
</context>
<context>
    <name>WeightView</name>
    <message>
        <source>unit {unit}: weights from {low} to {high}</source>
        <translation>뉴런 {unit}: 가중치 {low} ~ {high}</translation>
    </message>
    <message>
        <source>The first {shown} of {units} units.</source>
        <translation>뉴런 {units}개 가운데 처음 {shown}개입니다.</translation>
    </message>
    <message>
        <source>Weights of the first layer as images</source>
        <translation>이미지로 본 첫 층의 가중치</translation>
    </message>
    <message>
        <source>A pixel of a unit&apos;s image is the weight from that pixel of the input.</source>
        <translation>뉴런 이미지의 화소 하나는 입력의 그 화소에서 오는 가중치입니다.</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>decades</source>
        <translation>자릿수</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>log₁₀ {ratio} of the draw in the middle, seed {seed}</source>
        <translation>log₁₀ {ratio}, 중앙값을 낸 시드 {seed}</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>{layer}층</translation>
    </message>
    <message>
        <source>layers {first}–{last} together</source>
        <translation>{first}–{last}층 합쳐서</translation>
    </message>
    <message>
        <source>together</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Attribution of the cell per layer</source>
        <translation>칸의 층별 원인</translation>
    </message>
    <message>
        <source>Arrow keys read each layer&apos;s decades</source>
        <translation>화살표 키로 층마다 자릿수를 읽습니다</translation>
    </message>
</context>
<context>
    <name>Worksheet</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Answer key: {title}</source>
        <translation>정답: {title}</translation>
    </message>
    <message>
        <source>One parameter: {symbol}, path {number} of {total}</source>
        <translation>매개변수 하나: {symbol}, 경로 {number} / {total}</translation>
    </message>
    <message>
        <source>One parameter: {symbol}</source>
        <translation>매개변수 하나: {symbol}</translation>
    </message>
    <message>
        <source>The forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Whole layers, backward</source>
        <translation>층 전체, 역전파</translation>
    </message>
    <message>
        <source>The mean over {samples} samples</source>
        <translation>샘플 {samples}개의 평균</translation>
    </message>
    <message>
        <source>Sample {sample} of {samples}</source>
        <translation>샘플 {sample} / {samples}</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>이름:</translation>
    </message>
    <message>
        <source>Date:</source>
        <translation>날짜:</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Saved: {files}</source>
        <translation>저장함: {files}</translation>
    </message>
    <message>
        <source>Nothing was saved: {reason}</source>
        <translation>저장하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Cancelled; nothing was saved.</source>
        <translation>취소했습니다. 저장한 것은 없습니다.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런 수</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>처방</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Seed of the draws: {seed}</source>
        <translation>난수 시드: {seed}</translation>
    </message>
    <message>
        <source>More than {layers} layers: of larger matrices the shape and the norm stand here.</source>
        <translation>층이 {layers}개보다 많아서 큰 행렬은 모양과 노름만 적습니다.</translation>
    </message>
    <message>
        <source>Input, target and cost</source>
        <translation>입력, 목표, 손실 함수</translation>
    </message>
    <message>
        <source>{cost}:</source>
        <translation>{cost}:</translation>
    </message>
    <message>
        <source>Forward pass</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>{shape}, a corner of it</source>
        <translation>{shape}, 일부만</translation>
    </message>
    <message>
        <source>{shape}, norm {norm}</source>
        <translation>{shape}, 노름 {norm}</translation>
    </message>
    <message>
        <source>Factors, from the cost backward</source>
        <translation>인수, 손실에서 거꾸로</translation>
    </message>
    <message>
        <source>Values, from the input forward</source>
        <translation>값, 입력에서 앞으로</translation>
    </message>
    <message>
        <source>A long walk: the first {first} and the last {last} steps stand in full, the {middle} between them in a table.</source>
        <translation>단계가 많아서 처음 {first}개와 마지막 {last}개는 자세히, 그 사이 {middle}개는 표로 적습니다.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Running product</source>
        <translation>그때까지의 곱</translation>
    </message>
    <message>
        <source>Norm of the gradient</source>
        <translation>기울기의 노름</translation>
    </message>
    <message>
        <source>Factor {number} of {count}: {kind}</source>
        <translation>인수 {number} / {count}: {kind}</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {kind}</source>
        <translation>단계 {number} / {count}: {kind}</translation>
    </message>
</context>
<context>
    <name>WorksheetDialog</name>
    <message>
        <source>Export worksheet</source>
        <translation>활동지 내보내기</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>The numbers are not there yet.</source>
        <translation>아직 계산된 수가 없습니다.</translation>
    </message>
    <message>
        <source>Write it as</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>What a learner gets</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML 문서</translation>
    </message>
    <message>
        <source>PDF, A4</source>
        <translation>PDF, A4</translation>
    </message>
    <message>
        <source>NumPy script</source>
        <translation>NumPy 스크립트</translation>
    </message>
    <message>
        <source>PyTorch script</source>
        <translation>PyTorch 스크립트</translation>
    </message>
    <message>
        <source>Everything filled in</source>
        <translation>모두 채움</translation>
    </message>
    <message>
        <source>Blank, with gaps to fill in</source>
        <translation>빈칸</translation>
    </message>
    <message>
        <source>Blank, the answers on pages behind it</source>
        <translation>빈칸, 정답은 뒤쪽에</translation>
    </message>
    <message>
        <source>Blank, the answers in a second file</source>
        <translation>빈칸, 정답은 다른 파일에</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>내보내기 진행</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>내보내기 취소</translation>
    </message>
</context>
<context>
    <name>Worst</name>
    <message>
        <source>Layer {layer} takes most: {decades} ({part} {part_decades}).</source>
        <translation>가장 많이 줄인 층은 {layer}층: {decades}({part} {part_decades}).</translation>
    </message>
    <message>
        <source>Layer {layer} adds most: {decades} ({part} {part_decades}).</source>
        <translation>가장 많이 늘린 층은 {layer}층: {decades}({part} {part_decades}).</translation>
    </message>
    <message>
        <source>Layer {layer} takes most: {decades}.</source>
        <translation>가장 많이 줄인 층은 {layer}층: {decades}.</translation>
    </message>
    <message>
        <source>Layer {layer} adds most: {decades}.</source>
        <translation>가장 많이 늘린 층은 {layer}층: {decades}.</translation>
    </message>
    <message>
        <source>Of the parts most, where they can be told apart: {part}, {decades}.</source>
        <translation>원인을 나눌 수 있는 층에서는 {part}, {decades}.</translation>
    </message>
    <message>
        <source>Of the parts most: {part}, {decades}.</source>
        <translation>원인별로는 {part}, {decades}.</translation>
    </message>
    <message>
        <source>No layer takes or adds anything worth a hundredth of a decade.</source>
        <translation>어느 층도 0.01자리만큼도 줄이거나 늘리지 않습니다.</translation>
    </message>
    <message>
        <source>At layer {layer} the gradient is 0 or no number, which no number of decades tells.</source>
        <translation>{layer}층의 기울기는 0이거나 수가 아니어서 자릿수로 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>At layer {layer} the gradient is known, but not what each part did to it: through the layer above comes exactly 0, and all of it past that layer.</source>
        <translation>{layer}층의 기울기는 알지만 원인별로 나눌 수 없습니다. 바로 위 층을 지나서는 정확히 0이 오고, 기울기는 모두 그 층을 건너뛰는 길로 옵니다.</translation>
    </message>
</context>
</TS>
