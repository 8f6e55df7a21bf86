"""The closed lists of the data interface, and what each choice is called in Chinese and English."""

from typing import Final, Literal

ApplicantKind = Literal["company", "sole_proprietorship", "partnership", "individual_business", "cooperative"]
Status = Literal["active", "suspended", "revoked", "deregistered", "liquidating", "moved_out"]
Taxpayer = Literal["general", "small_scale"]
TaxCollection = Literal["books", "assessed", "fixed_amount"]
TaxRating = Literal["A", "B", "M", "C", "D", "none"]
Changed = Literal[
    "legal_representative", "shareholders", "address", "name", "registered_capital", "business_scope"
]
Record = Literal["abnormal_operation", "enforcement", "dishonest", "tax_arrears"]
Role = Literal["legal_representative", "operator", "spouse", "agent", "shareholder", "guarantor"]
IdKind = Literal[
    "resident_id", "passport", "hong_kong_macao_permit", "taiwan_permit", "foreign_permanent_residence"
]
AccountRole = Literal["collection", "repayment", "payee"]
AccountKind = Literal["basic", "general", "personal"]
AccountStatus = Literal["normal", "dormant", "frozen"]
Size = Literal["large", "medium", "small", "micro"]
StatementForm = Literal["small", "general", "cooperative"]
Unit = Literal["yuan", "thousand_yuan", "ten_thousand_yuan"]
VatForm = Literal["general", "small_scale"]
IncomeTaxForm = Literal["enterprise", "operating_income"]
Direction = Literal["issued", "received"]
DebtKind = Literal["loan", "guarantee"]
Borrower = Literal["entity", "owner"]
Channel = Literal["online", "branch"]
Repayment = Literal["equal_instalments", "equal_principal", "interest_first", "bullet", "revolving"]
ConsentKind = Literal["credit_query", "tax_data", "data_sharing"]
Progress = Literal["in_progress", "approved", "refused", "withdrawn"]
Side = Literal["both", "front", "back"]
DocumentKind = Literal[
    "licence", "id_card", "passport", "permit_to_reside", "agent_authorisation", "credit_authorisation",
    "credit_report", "bank_statement", "balance_sheet", "income_statement", "cash_flow_statement", "audit_report",
    "vat_return", "income_tax_return", "tax_payment", "tax_rating", "basic_account", "articles", "resolution",
    "premises_ownership", "lease", "contract", "marriage", "household_register", "collateral", "invoice",
    "platform_statement", "food_permit", "food_filing", "construction_qualification", "safety_permit",
    "medical_permit", "medical_device_permit", "pollution_permit", "transport_permit", "drug_permit",
    "special_trade_permit", "mining_permit", "labour_dispatch_permit", "chemicals_permit", "tobacco_permit",
    "land_contract", "other",
]  # fmt: skip

LABELS: Final[dict[str, str]] = {
    "company": "公司 / company",
    "sole_proprietorship": "个人独资企业 / sole proprietorship",
    "partnership": "合伙企业 / partnership",
    "individual_business": "个体工商户 / individual business",
    "cooperative": "农民专业合作社 / farmers' cooperative",
    "active": "存续（在营、开业） / active",
    "suspended": "歇业 / suspended",
    "revoked": "吊销 / licence revoked",
    "deregistered": "注销 / deregistered",
    "liquidating": "清算 / in liquidation",
    "moved_out": "迁出 / moved out",
    "general": "一般 / general",
    "small_scale": "小规模纳税人 / small-scale taxpayer",
    "books": "查账征收 / by books",
    "assessed": "核定征收 / assessed",
    "fixed_amount": "定期定额 / fixed amount",
    "A": "A 级 / A",
    "B": "B 级 / B",
    "M": "M 级 / M",
    "C": "C 级 / C",
    "D": "D 级 / D",
    "none": "未评级 / not rated",
    "legal_representative": "法定代表人 / legal representative",
    "shareholders": "股东 / shareholders",
    "address": "住所 / address",
    "name": "名称 / name",
    "registered_capital": "注册资本 / registered capital",
    "business_scope": "经营范围 / business scope",
    "abnormal_operation": "经营异常名录 / list of abnormal operation",
    "enforcement": "被执行人 / person subject to enforcement",
    "dishonest": "失信被执行人 / dishonest judgment debtor",
    "tax_arrears": "欠税 / tax arrears",
    "operator": "经营者 / operator",
    "spouse": "配偶 / spouse",
    "agent": "经办人 / agent",
    "shareholder": "股东 / shareholder",
    "guarantor": "担保人 / guarantor",
    "resident_id": "居民身份证 / resident identity card",
    "passport": "护照 / passport",
    "hong_kong_macao_permit": "港澳居民来往内地通行证 / HK and Macao residents' permit",
    "taiwan_permit": "台湾居民来往大陆通行证 / Taiwan residents' permit",
    "foreign_permanent_residence": "外国人永久居留身份证 / foreign permanent residence card",
    "collection": "收款账户 / collection account",
    "repayment": "还款账户 / repayment account",
    "payee": "受托支付收款账户 / payee's account",
    "basic": "基本存款账户 / basic account",
    "personal": "个人账户 / personal account",
    "normal": "正常 / normal",
    "dormant": "久悬 / dormant",
    "frozen": "冻结 / frozen",
    "large": "大型 / large",
    "medium": "中型 / medium",
    "small": "小型 / small",
    "micro": "微型 / micro",
    "yuan": "元 / yuan",
    "thousand_yuan": "千元 / thousand yuan",
    "ten_thousand_yuan": "万元 / ten thousand yuan",
    "enterprise": "企业所得税 / enterprise income tax",
    "operating_income": "经营所得个人所得税 / tax on operating income",
    "issued": "开出 / issued",
    "received": "取得 / received",
    "loan": "贷款 / loan",
    "guarantee": "对外担保 / guarantee",
    "entity": "企业 / the entity",
    "owner": "经营者本人 / the owner",
    "online": "线上 / online",
    "branch": "线下网点 / branch",
    "equal_instalments": "等额本息 / equal instalments",
    "equal_principal": "等额本金 / equal principal",
    "interest_first": "先息后本 / interest first",
    "bullet": "到期一次还本付息 / at maturity",
    "revolving": "随借随还 / revolving",
    "credit_query": "征信查询授权 / consent to a credit query",
    "tax_data": "涉税数据授权 / consent to tax data",
    "data_sharing": "数据共享授权 / consent to data sharing",
    "in_progress": "审批中 / in progress",
    "approved": "已批准 / approved",
    "refused": "被拒绝 / refused",
    "withdrawn": "已撤回 / withdrawn",
    "restricted": "受限 / restricted",
    "both": "正反面或整份 / both sides or the whole",
    "front": "正面 / front",
    "back": "反面 / back",
    "licence": "营业执照 / business licence",
    "id_card": "身份证 / identity card",
    "permit_to_reside": "通行证或居留证 / permit to travel or reside",
    "agent_authorisation": "经办人授权书 / authorisation of the agent",
    "credit_authorisation": "征信授权书 / credit query authorisation",
    "credit_report": "征信报告 / credit report",
    "bank_statement": "银行流水 / bank statement",
    "balance_sheet": "资产负债表 / balance sheet",
    "income_statement": "利润表 / income statement",
    "cash_flow_statement": "现金流量表 / cash flow statement",
    "audit_report": "审计报告 / audit report",
    "vat_return": "增值税申报表 / VAT return",
    "income_tax_return": "所得税申报表 / income tax return",
    "tax_payment": "完税凭证 / proof of tax payment",
    "tax_rating": "纳税信用等级证明 / tax credit rating",
    "basic_account": "基本存款账户信息（开户许可证） / basic account certificate",
    "articles": "公司章程 / articles of association",
    "resolution": "股东会决议 / shareholders' resolution",
    "premises_ownership": "经营场所产权证 / title to the premises",
    "lease": "租赁合同 / lease",
    "contract": "购销合同或用途证明 / contract or proof of purpose",
    "marriage": "婚姻证明 / proof of marital status",
    "household_register": "户口簿 / household register",
    "collateral": "抵押物权属证明 / title to the collateral",
    "invoice": "发票 / invoice",
    "platform_statement": "平台交易流水 / platform statement",
    "food_permit": "食品经营许可证 / food business permit",
    "food_filing": "预包装食品备案 / filing for prepackaged food",
    "construction_qualification": "建筑业企业资质证书 / construction qualification",
    "safety_permit": "安全生产许可证 / work safety permit",
    "medical_permit": "医疗机构执业许可证 / medical institution permit",
    "medical_device_permit": "医疗器械经营许可证或备案 / medical device permit or filing",
    "pollution_permit": "排污许可证 / pollutant discharge permit",
    "transport_permit": "道路运输经营许可证 / road transport permit",
    "drug_permit": "药品经营许可证 / drug business permit",
    "special_trade_permit": "特种行业许可证 / special trade permit",
    "mining_permit": "采矿许可证 / mining permit",
    "labour_dispatch_permit": "劳务派遣经营许可证 / labour dispatch permit",
    "chemicals_permit": "危险化学品经营许可证 / hazardous chemicals permit",
    "tobacco_permit": "烟草专卖零售许可证 / tobacco retail permit",
    "land_contract": "土地承包或流转合同 / land contract",
    "other": "其他材料 / other",
}
